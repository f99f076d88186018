package io.jenkins.plugins.plumbline.scan;

import io.jenkins.plugins.plumbline.gate.Criticality;
import java.io.Serializable;
import java.util.function.UnaryOperator;

/**
 * What a job asks for, as it is written in forms and Jenkinsfiles: texts may hold several items, one a line or with
 * commas between them. Jenkins keeps the fields by their names in a freestyle job's {@code config.xml}, and sends them to
 * the agent.
 */
public final class Options implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final String DEFAULT_ID = "plumbline";
    public static final String DEFAULT_REPORTS = "html, sarif";
    public static final String DEFAULT_REPORT_DIRECTORY = "plumbline";

    /** Tells the checks of one build apart, and is a part of the page's address. */
    public String id = DEFAULT_ID;

    public String name = "";
    public String inputs = "";
    public String excludes = "";
    /** {@code name=value}, one a line. */
    public String variables = "";

    public String variableFiles = "";
    public String parameterFiles = "";
    public String ruleDirectories = "";
    public String policy = "";
    /** A severity or {@code none}; empty for what {@code plumbline.yaml} or the administrator says. */
    public String failOn = "";
    /** From 0 to 100, or null for what {@code plumbline.yaml} or the administrator says. */
    public Double minScore;
    /** By how many points the score may lie below the reference build's, or null. */
    public Double scoreDrop;

    public boolean newOnly;
    public boolean allowUnassessed;
    public boolean onlyChanges;
    public boolean foreignExemptions = true;
    public Criticality criticality = Criticality.FAILURE;
    /** A job beside this one to compare with; empty for this job. */
    public String referenceJob = "";
    /** The branch whose job is compared with; empty for a pull request's target, or this job. */
    public String targetBranch = "";

    public String reports = DEFAULT_REPORTS;
    public String reportDirectory = DEFAULT_REPORT_DIRECTORY;
    public ChecksScope checks = ChecksScope.NEW;
    public String checksName = "";
    /** The id of a credential, not a secret. */
    public String credentialsId = "";

    /** A text of a form, where nothing may be null. */
    public static String text(String text) {
        return text == null ? "" : text;
    }

    /** What the page is called. */
    public String displayName() {
        return name.isBlank() ? "Plumbline" : name.strip();
    }

    /** A copy with each text as the function makes it: in a freestyle job, with variables replaced. */
    public Options mapped(UnaryOperator<String> function) {
        Options mapped = new Options();
        mapped.id = function.apply(id);
        mapped.name = function.apply(name);
        mapped.inputs = function.apply(inputs);
        mapped.excludes = function.apply(excludes);
        mapped.variables = function.apply(variables);
        mapped.variableFiles = function.apply(variableFiles);
        mapped.parameterFiles = function.apply(parameterFiles);
        mapped.ruleDirectories = function.apply(ruleDirectories);
        mapped.policy = function.apply(policy);
        mapped.failOn = function.apply(failOn);
        mapped.minScore = minScore;
        mapped.scoreDrop = scoreDrop;
        mapped.newOnly = newOnly;
        mapped.allowUnassessed = allowUnassessed;
        mapped.onlyChanges = onlyChanges;
        mapped.foreignExemptions = foreignExemptions;
        mapped.criticality = criticality;
        mapped.referenceJob = function.apply(referenceJob);
        mapped.targetBranch = function.apply(targetBranch);
        mapped.reports = function.apply(reports);
        mapped.reportDirectory = function.apply(reportDirectory);
        mapped.checks = checks;
        mapped.credentialsId = function.apply(credentialsId);
        mapped.checksName = function.apply(checksName);
        return mapped;
    }

    /** Fills in what the file of an older version lacks. */
    private Object readResolve() {
        Options defaults = new Options();
        id = id == null ? defaults.id : id;
        name = name == null ? defaults.name : name;
        inputs = inputs == null ? defaults.inputs : inputs;
        excludes = excludes == null ? defaults.excludes : excludes;
        variables = variables == null ? defaults.variables : variables;
        variableFiles = variableFiles == null ? defaults.variableFiles : variableFiles;
        parameterFiles = parameterFiles == null ? defaults.parameterFiles : parameterFiles;
        ruleDirectories = ruleDirectories == null ? defaults.ruleDirectories : ruleDirectories;
        policy = policy == null ? defaults.policy : policy;
        failOn = failOn == null ? defaults.failOn : failOn;
        criticality = criticality == null ? defaults.criticality : criticality;
        referenceJob = referenceJob == null ? defaults.referenceJob : referenceJob;
        targetBranch = targetBranch == null ? defaults.targetBranch : targetBranch;
        reports = reports == null ? defaults.reports : reports;
        reportDirectory = reportDirectory == null ? defaults.reportDirectory : reportDirectory;
        checks = checks == null ? defaults.checks : checks;
        credentialsId = credentialsId == null ? defaults.credentialsId : credentialsId;
        checksName = checksName == null ? defaults.checksName : checksName;
        return this;
    }
}
