/** Reads rule files into {@link dev.plumbline.rules.Rule}s; every problem is a diagnostic with its line. */
package dev.plumbline.rules.loading;
