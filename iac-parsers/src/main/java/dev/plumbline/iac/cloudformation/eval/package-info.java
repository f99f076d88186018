/** What is known of a template before deployment: parameters, conditions and the worlds they allow, intrinsic functions. */
package dev.plumbline.iac.cloudformation.eval;
