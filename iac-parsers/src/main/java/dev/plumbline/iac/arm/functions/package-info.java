/**
 * The functions of the template language, a class for each family of Microsoft's reference, all in {@link
 * dev.plumbline.iac.arm.functions.Functions}.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions">ARM template
 *     functions</a>
 */
package dev.plumbline.iac.arm.functions;
