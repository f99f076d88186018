/** What gives a secret away: the form of a credential, or the name that it is kept under. */
package dev.plumbline.rules.secret;
