package hudson.util;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code hudson.util.ListBoxModel} in Jenkins core. */
public class ListBoxModel {
    public ListBoxModel add(String display, String value) {
        return Signature.called();
    }
}
