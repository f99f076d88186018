package dev.plumbline.annotate;

import dev.plumbline.annotate.http.RestException;
import dev.plumbline.annotate.report.Report;

/** Shows on one platform what a report says. */
@FunctionalInterface
public interface Annotator {

    /**
     * Shows it, and takes back what an earlier run showed and is no longer so. The same report a second time changes
     * nothing.
     *
     * @throws RestException where nothing, or nothing more, can be done; what failed alone is in the outcome
     */
    Outcome annotate(Report report) throws RestException;
}
