package io.jenkins.plugins.plumbline.scan;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.rules.Severity;
import dev.plumbline.rules.configuration.Configuration;
import dev.plumbline.rules.configuration.PolicyFile;
import dev.plumbline.rules.configuration.Settings;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the administrator set for all jobs.
 *
 * @param failOn the least grave severity that blocks where neither a job nor a repository says another; {@code none} for
 *     none
 * @param minScore the least score that passes where nobody says another, or null for any
 * @param inlineForbidden whether comments and metadata in the scanned source may not exempt anything
 * @param policy the organisation's policy, in the format of {@code plumbline.yaml}; empty for none
 */
public record Organisation(String failOn, Double minScore, boolean inlineForbidden, String policy)
        implements Serializable {
    /** What holds where nothing is set. */
    public static final Organisation NONE = new Organisation(Severity.HIGH.id(), null, false, "");

    public Organisation {
        Objects.requireNonNull(failOn, "failOn");
        Objects.requireNonNull(policy, "policy");
    }

    /** All of it as files of policy, of which the later count before the earlier. */
    List<PolicyFile> files() {
        List<PolicyFile> files = new ArrayList<>();
        files.add(file("jenkins:defaults", defaults()));
        if (!policy.isBlank()) {
            files.add(file("jenkins:policy", policy));
        }
        return files;
    }

    /** What is wrong with the policy, a sentence each; empty where nothing is. */
    public List<String> problems() {
        try {
            return Configuration.load(Path.of("."), List.of(file("policy", policy)), false, Settings.NONE)
                    .problems()
                    .stream()
                    .map(Organisation::sentence)
                    .toList();
        } catch (IOException e) {
            return List.of("The policy cannot be checked: " + e.getMessage());
        }
    }

    private static String sentence(Diagnostic problem) {
        return "Line %d: %s. %s"
                .formatted(problem.range().startLine(), problem.summary(), problem.detail())
                .strip();
    }

    /** The default gate is left open, the rest is not. */
    private String defaults() {
        StringBuilder text = new StringBuilder("open: [gate]\ngate:\n  fail-on: ")
                .append(failOn)
                .append('\n');
        if (minScore != null) {
            text.append("  min-score: ").append(minScore).append('\n');
        }
        if (inlineForbidden) {
            text.append("exemption-limits:\n  inline: false\n");
        }
        return text.toString();
    }

    private static PolicyFile file(String name, String text) {
        return new PolicyFile(new SourceFile(name, text), null);
    }
}
