/** Applies compiled rules to resources: verdicts, the place of a finding, its identity, one verdict out of many worlds. */
package dev.plumbline.rules.engine;
