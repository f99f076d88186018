/** What CloudFormation would refuse. */
package dev.plumbline.iac.cloudformation.check;
