/** What the AWS CDK writes beside the templates that it synthesizes: the cloud assembly, usually {@code cdk.out}. */
package dev.plumbline.iac.cloudformation.cdk;
