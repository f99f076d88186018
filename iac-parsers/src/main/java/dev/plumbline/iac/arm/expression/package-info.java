/**
 * The template language of Azure Resource Manager: what stands between {@code [} and {@code ]} in a template's strings.
 *
 * <p>{@link dev.plumbline.iac.arm.expression.ExpressionParser} makes a syntax tree of it, {@link
 * dev.plumbline.iac.arm.expression.Evaluator} a value. What functions there are is in {@code
 * dev.plumbline.iac.arm.functions}; what parameters, variables and resources there are is told by a {@link
 * dev.plumbline.iac.arm.expression.Scope}.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions">Syntax and
 *     expressions in ARM templates</a>
 */
package dev.plumbline.iac.arm.expression;
