package dev.plumbline.maven;

import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Writes one page of the root project's site for all modules of the build: one score, and what is recommended wherever it
 * stands. Otherwise like {@code report}.
 */
@Mojo(name = "aggregate", aggregator = true, inheritByDefault = false, threadSafe = true)
public final class AggregateMojo extends ReportMojo {

    @Override
    boolean leavesModulesToThemselves() {
        return false;
    }

    @Override
    public String getName(Locale locale) {
        return "Plumbline, all modules";
    }

    @Override
    public String getOutputName() {
        return "plumbline-aggregate";
    }
}
