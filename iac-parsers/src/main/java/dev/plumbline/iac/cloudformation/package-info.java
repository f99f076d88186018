/**
 * CloudFormation: {@code template} reads what is written, {@code eval} evaluates it in the worlds that its conditions allow,
 * {@code check} finds what could not be deployed; the front end here puts the resources together.
 */
package dev.plumbline.iac.cloudformation;
