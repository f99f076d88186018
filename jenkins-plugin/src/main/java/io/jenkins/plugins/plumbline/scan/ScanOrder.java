package io.jenkins.plugins.plumbline.scan;

import java.io.Serializable;
import java.util.Objects;

/**
 * All that an agent has to know to scan: it asks the controller nothing.
 *
 * @param reference the build to compare with, or null where there is none
 */
public record ScanOrder(Options options, Organisation organisation, Reference reference) implements Serializable {

    public ScanOrder {
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(organisation, "organisation");
    }
}
