/**
 * What a scan is configured by: {@code plumbline.yaml} files, an organisation's policy, the options of a host, and which of
 * them counts. {@code docs/configuration.md} describes the format.
 */
package dev.plumbline.rules.configuration;
