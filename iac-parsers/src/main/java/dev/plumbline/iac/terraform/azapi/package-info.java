/**
 * Resources that Terraform's AzAPI provider deploys by their ARM body: they join the graph as what they are to Azure, so
 * that what is said of an ARM type is said of them.
 */
package dev.plumbline.iac.terraform.azapi;
