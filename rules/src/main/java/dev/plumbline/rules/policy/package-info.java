/** What is asked where: policy at scopes, as values. Knows nothing of files; {@code configuration} reads it from them. */
package dev.plumbline.rules.policy;
