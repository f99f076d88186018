/**
 * Templates of Azure Resource Manager, evaluated as the service would on deployment.
 *
 * <p>{@link dev.plumbline.iac.arm.ArmFrontEnd} finds templates; the packages below hold, each resting on those before
 * it: {@code json}; {@code expression}, the template language, with its {@code functions}; {@code template}, what a
 * template says by itself; {@code resource}, what it deploys.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax">The structure and syntax of
 *     ARM templates</a>
 */
package dev.plumbline.iac.arm;
