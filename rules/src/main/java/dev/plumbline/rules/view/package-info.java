/** How the values of resources appear to conditions: {@code Value} in, operands of {@code expression} out. */
package dev.plumbline.rules.view;
