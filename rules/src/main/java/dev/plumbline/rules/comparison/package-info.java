/** What a scan found against what is known: the baseline, how its findings are recognised, and what became of them. */
package dev.plumbline.rules.comparison;
