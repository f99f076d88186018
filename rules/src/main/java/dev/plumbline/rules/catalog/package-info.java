/**
 * The built-in rules, compiled in the build and shipped as one binary file: {@code catalog.bin}. A scan decodes only the
 * rules whose resource types occur, and needs neither YAML nor CEL's parser for it.
 */
package dev.plumbline.rules.catalog;
