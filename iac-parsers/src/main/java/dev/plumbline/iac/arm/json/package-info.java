/** JSON as templates use it: names in any case, literals, and what there is to say about a file. */
package dev.plumbline.iac.arm.json;
