/**
 * CloudFormation: {@code template} reads what is written, {@code eval} evaluates it in the worlds that its conditions allow,
 * {@code check} finds what could not be deployed; the front end here puts the resources together. Before that, {@code
 * expansion} and {@code sam} do what transforms do; {@code stack} ties stacks to each other, {@code cdk} reads what the CDK
 * says of them.
 */
package dev.plumbline.iac.cloudformation;
