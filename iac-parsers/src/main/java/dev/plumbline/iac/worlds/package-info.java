/**
 * What languages have in common that leave conditions to the deployment: conditions as formulas, and the consistent ways
 * in which they may turn out. See {@code docs/adr/0003-worlds.md}.
 */
package dev.plumbline.iac.worlds;
