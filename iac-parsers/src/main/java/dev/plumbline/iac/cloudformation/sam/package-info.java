/**
 * Templates of the AWS Serverless Application Model, lowered to the CloudFormation that the SAM translator makes of them,
 * by the <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification.html">SAM
 * specification</a> and its pages on generated resources.
 *
 * <p>Lowering goes from syntax tree to syntax tree, before anything is evaluated: what is made keeps the ranges of the
 * lines it is made from, and everything else need not know of SAM.
 */
package dev.plumbline.iac.cloudformation.sam;
