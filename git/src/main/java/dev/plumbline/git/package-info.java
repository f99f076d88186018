/**
 * Scans and their files are compared with a commit: its files are read out of the repository's objects. Nothing is checked
 * out or run.
 */
package dev.plumbline.git;
