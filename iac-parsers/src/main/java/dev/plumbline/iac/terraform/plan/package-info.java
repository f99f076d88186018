/**
 * Terraform's plans, as {@code terraform show -json} writes them: the values that Terraform and its providers worked
 * out, placed where the configuration wrote them if that is among the scanned files. After
 * <a href="https://developer.hashicorp.com/terraform/internals/json-format">HashiCorp's description of the format</a>.
 */
package dev.plumbline.iac.terraform.plan;
