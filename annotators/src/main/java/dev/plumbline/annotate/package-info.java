/**
 * Shows on a pull request what a report says. A {@code report} is read, divided by what the change touches ({@code diff}),
 * and compared with what stands there ({@code plan}); {@code text} is how it is said. {@code github}, {@code gitlab},
 * {@code azure} and {@code bitbucket} know a platform each and not each other, {@code ci} what a build knows of itself, and
 * {@code http} alone the network. {@code publication} puts them together: it is where hosts begin.
 */
package dev.plumbline.annotate;
