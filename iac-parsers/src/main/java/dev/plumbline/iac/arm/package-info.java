/**
 * Templates of Azure Resource Manager, evaluated as the service would on deployment.
 *
 * <p>{@link dev.plumbline.iac.arm.ArmFrontEnd} finds templates and their parameter files; a {@code Deployment} is one
 * template with its parameter values; {@code NodeEvaluator} gives JSON its value with the help of the {@code expression}
 * and {@code functions} packages below; {@code ResourceExpander} makes resources of copy loops, conditions and children;
 * {@code EdgeFinder} ties them together.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax">The structure and syntax of
 *     ARM templates</a>
 */
package dev.plumbline.iac.arm;
