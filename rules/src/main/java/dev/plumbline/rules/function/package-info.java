/**
 * The functions of conditions, each group in its own class, all in {@link dev.plumbline.rules.function.Functions}. What
 * they do for the author of a rule is told in {@code docs/rules/writing-rules.md}.
 */
package dev.plumbline.rules.function;
