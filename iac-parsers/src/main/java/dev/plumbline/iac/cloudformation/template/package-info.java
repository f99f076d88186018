/** Templates and parameter files as they are written, nothing evaluated. */
package dev.plumbline.iac.cloudformation.template;
