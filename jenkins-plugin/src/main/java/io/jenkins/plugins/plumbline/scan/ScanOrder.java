package io.jenkins.plugins.plumbline.scan;

import java.io.Serializable;
import java.util.Objects;

/**
 * All that an agent has to know to scan: it asks the controller nothing.
 *
 * @param reference the build to compare with, or null where there is none
 * @param changedSince the branch or commit since which changes matter; empty where they do not
 */
public record ScanOrder(Options options, Organisation organisation, Reference reference, String changedSince)
        implements Serializable {

    public ScanOrder {
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(changedSince, "changedSince");
    }
}
