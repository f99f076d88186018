/** Until when providers support the versions of what they run. */
package dev.plumbline.rules.lifecycle;
