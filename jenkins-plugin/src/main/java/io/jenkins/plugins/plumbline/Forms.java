package io.jenkins.plugins.plumbline;

import dev.plumbline.rules.Severity;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.plumbline.checks.TokenSource;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.scan.OptionException;
import java.util.List;
import java.util.function.Function;
import jenkins.model.Jenkins;

/**
 * Checks and fills forms. Texts are checked, and credentials offered, for those who may configure what the form is of. The
 * other choices are the same everywhere, and for those who may read it: they open <i>Pipeline Syntax</i> too, where an
 * empty choice is none of an enum's.
 */
final class Forms {
    private Forms() {}

    interface Reading {
        void read() throws OptionException;
    }

    /** @param item the job that is configured, or null for the whole of Jenkins */
    static FormValidation check(Item item, Reading reading) {
        if (!mayConfigure(item)) {
            return FormValidation.ok();
        }
        try {
            reading.read();
            return FormValidation.ok();
        } catch (OptionException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /**
     * The severities between two choices that are none.
     *
     * @param first what stands for {@code firstValue}
     * @param last the value of the last choice, or null for no such choice
     */
    static ListBoxModel severities(Item item, String first, String firstValue, String last) {
        ListBoxModel choices = new ListBoxModel();
        if (mayRead(item)) {
            if (first != null) {
                choices.add(new ListBoxModel.Option(first, firstValue));
            }
            for (Severity severity : Severity.values()) {
                choices.add(new ListBoxModel.Option(severity.id(), severity.id()));
            }
            if (last != null) {
                choices.add(new ListBoxModel.Option(last, last));
            }
        }
        return choices;
    }

    static ListBoxModel criticalities(Item item) {
        return choices(item, Criticality.values(), criticality -> switch (criticality) {
            case NONE -> "Goes on";
            case UNSTABLE -> "Becomes unstable";
            case FAILURE -> "Fails";
        });
    }

    /**
     * The credentials to choose from.
     *
     * @param current the id that is chosen, which stays a choice for everybody; empty for none
     * @param sources none where the plugins of credentials are not installed
     */
    static ListBoxModel credentials(Item item, String current, List<TokenSource> sources) {
        if (mayConfigure(item) && !sources.isEmpty()) {
            return sources.get(0).choices(item, current);
        }
        ListBoxModel choices = new ListBoxModel();
        choices.add(new ListBoxModel.Option("None", ""));
        if (!current.isBlank()) {
            choices.add(new ListBoxModel.Option(current, current));
        }
        return choices;
    }

    static <E extends Enum<E>> ListBoxModel choices(Item item, E[] values, Function<E, String> name) {
        ListBoxModel choices = new ListBoxModel();
        if (mayRead(item)) {
            for (E value : values) {
                choices.add(new ListBoxModel.Option(name.apply(value), value.name()));
            }
        }
        return choices;
    }

    private static boolean mayRead(Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.READ) : item.hasPermission(Item.READ);
    }

    private static boolean mayConfigure(Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }
}
