package hudson.util;

import java.util.ArrayList;

/** Signatures of {@code hudson.util.ListBoxModel} in Jenkins core. */
public class ListBoxModel extends ArrayList<ListBoxModel.Option> {
    private static final long serialVersionUID = 1L;

    /** Signature of the nested type. */
    public static final class Option {
        public String name;
        public String value;

        public Option(String name, String value) {
            this.name = name;
            this.value = value;
        }
    }
}
