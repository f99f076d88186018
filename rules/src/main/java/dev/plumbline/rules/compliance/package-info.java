/**
 * Benchmarks and what a scan says of their controls. Their data is in {@code dev/plumbline/benchmarks}, compiled in the
 * build into {@code benchmarks.bin}, and read when something asks for it.
 */
package dev.plumbline.rules.compliance;
