/**
 * Reads exemptions out of comments and metadata, in Plumbline's own syntax and in those of other scanners, and finds out
 * what they cover. {@code docs/exemptions.md} has the rules.
 */
package dev.plumbline.iac.exemption;
