/**
 * Whether a template has the shape that Azure Resource Manager asks for: its elements, their types, and what a resource
 * has to say of itself.
 *
 * <p>The rules, and what people read where one is broken, are in {@code template.schema.json}, a JSON Schema written by
 * Microsoft's reference; Microsoft's own schemas describe each property of each resource type as well, take no notice of
 * comments and case, and change by the day.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax">The structure and syntax of
 *     ARM templates</a>
 */
package dev.plumbline.iac.arm.schema;
