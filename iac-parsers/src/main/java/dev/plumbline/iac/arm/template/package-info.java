/**
 * A template by itself: its shape, its parameters and their files, variables and functions, and what its JSON comes to.
 *
 * <p>{@link dev.plumbline.iac.arm.template.NodeEvaluator} gives JSON its value; {@link
 * dev.plumbline.iac.arm.template.TemplateScope} is what expressions can name.
 */
package dev.plumbline.iac.arm.template;
