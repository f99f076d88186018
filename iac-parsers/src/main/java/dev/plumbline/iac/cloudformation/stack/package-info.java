/**
 * Stacks that are deployed together: nested stacks whose templates are in the scanned tree, and what stacks export to each
 * other.
 */
package dev.plumbline.iac.cloudformation.stack;
