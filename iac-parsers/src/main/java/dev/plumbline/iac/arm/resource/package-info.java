/**
 * The resources that a template deploys, with those of templates nested in it.
 *
 * <p>{@link dev.plumbline.iac.arm.resource.ResourceExpander} makes them of copy loops, conditions, children and nested
 * deployments; {@link dev.plumbline.iac.arm.resource.ResourceIndex} finds them by what expressions call them; {@link
 * dev.plumbline.iac.arm.resource.EdgeFinder} ties them together.
 */
package dev.plumbline.iac.arm.resource;
