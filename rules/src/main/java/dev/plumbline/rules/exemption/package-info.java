/** Exemptions of the scanned source: which rules they mean, which findings they cover, which are of no use. */
package dev.plumbline.rules.exemption;
