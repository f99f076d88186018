/** What the transforms that CloudFormation hosts make of a template before it is evaluated: files included, loops unrolled. */
package dev.plumbline.iac.cloudformation.expansion;
