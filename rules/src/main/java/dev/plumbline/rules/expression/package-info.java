/**
 * Conditions in CEL, evaluated in three values: what is unknown before deployment stays unknown unless something else
 * decides. The tree comes from {@link dev.plumbline.rules.compile}, where CEL's own parser and type checker made it; why
 * the evaluation is ours is told in {@code docs/adr/0002-cel-for-rules.md}.
 *
 * <p>Operands are {@link Boolean}, {@link Long}, {@link Double}, {@link String}, {@link dev.plumbline.rules.expression.Null},
 * {@link java.util.List}, {@link dev.plumbline.rules.expression.Struct} for whatever has named members,
 * {@link java.util.Optional}, and {@link dev.plumbline.iac.Value.UnknownValue}, which carries its reason.
 */
package dev.plumbline.rules.expression;
