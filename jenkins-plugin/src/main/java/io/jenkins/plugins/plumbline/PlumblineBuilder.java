package io.jenkins.plugins.plumbline;

import hudson.EnvVars;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.plumbline.checks.TokenSource;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import io.jenkins.plugins.plumbline.scan.OptionReader;
import io.jenkins.plugins.plumbline.scan.Options;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.tasks.SimpleBuildStep;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The build step of freestyle jobs. It has the options of {@link PlumblineStep}, in which variables are replaced. */
public class PlumblineBuilder extends Builder implements SimpleBuildStep {
    private Options options = new Options();
    private List<QualityGate> qualityGates = new ArrayList<>();

    @DataBoundConstructor
    public PlumblineBuilder() {}

    @Override
    public void perform(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener listener)
            throws InterruptedException, IOException {
        new Check(run, workspace, env, launcher, listener)
                .perform(options.mapped(env::expand), QualityGate.rules(qualityGates));
    }

    /** Fills in what the {@code config.xml} of an older version lacks. */
    protected Object readResolve() {
        options = options == null ? new Options() : options;
        qualityGates = qualityGates == null ? new ArrayList<>() : qualityGates;
        return this;
    }

    public String getId() {
        return options.id;
    }

    @DataBoundSetter
    public void setId(String value) {
        options.id = value == null || value.isBlank() ? Options.DEFAULT_ID : value.strip();
    }

    public String getName() {
        return options.name;
    }

    @DataBoundSetter
    public void setName(String value) {
        options.name = Options.text(value);
    }

    public String getInputs() {
        return options.inputs;
    }

    @DataBoundSetter
    public void setInputs(String value) {
        options.inputs = Options.text(value);
    }

    public String getExcludes() {
        return options.excludes;
    }

    @DataBoundSetter
    public void setExcludes(String value) {
        options.excludes = Options.text(value);
    }

    public String getVariables() {
        return options.variables;
    }

    @DataBoundSetter
    public void setVariables(String value) {
        options.variables = Options.text(value);
    }

    public String getVariableFiles() {
        return options.variableFiles;
    }

    @DataBoundSetter
    public void setVariableFiles(String value) {
        options.variableFiles = Options.text(value);
    }

    public String getParameterFiles() {
        return options.parameterFiles;
    }

    @DataBoundSetter
    public void setParameterFiles(String value) {
        options.parameterFiles = Options.text(value);
    }

    public String getRuleDirectories() {
        return options.ruleDirectories;
    }

    @DataBoundSetter
    public void setRuleDirectories(String value) {
        options.ruleDirectories = Options.text(value);
    }

    public String getPolicy() {
        return options.policy;
    }

    @DataBoundSetter
    public void setPolicy(String value) {
        options.policy = Options.text(value);
    }

    public String getFailOn() {
        return options.failOn;
    }

    @DataBoundSetter
    public void setFailOn(String value) {
        options.failOn = Options.text(value);
    }

    public Double getMinScore() {
        return options.minScore;
    }

    @DataBoundSetter
    public void setMinScore(Double value) {
        options.minScore = value;
    }

    public Double getScoreDrop() {
        return options.scoreDrop;
    }

    @DataBoundSetter
    public void setScoreDrop(Double value) {
        options.scoreDrop = value;
    }

    public boolean isNewOnly() {
        return options.newOnly;
    }

    @DataBoundSetter
    public void setNewOnly(boolean value) {
        options.newOnly = value;
    }

    public boolean isAllowUnassessed() {
        return options.allowUnassessed;
    }

    @DataBoundSetter
    public void setAllowUnassessed(boolean value) {
        options.allowUnassessed = value;
    }

    public boolean isOnlyChanges() {
        return options.onlyChanges;
    }

    @DataBoundSetter
    public void setOnlyChanges(boolean value) {
        options.onlyChanges = value;
    }

    public boolean isForeignExemptions() {
        return options.foreignExemptions;
    }

    @DataBoundSetter
    public void setForeignExemptions(boolean value) {
        options.foreignExemptions = value;
    }

    public Criticality getCriticality() {
        return options.criticality;
    }

    @DataBoundSetter
    public void setCriticality(Criticality value) {
        options.criticality = value == null ? Criticality.FAILURE : value;
    }

    public String getReferenceJob() {
        return options.referenceJob;
    }

    @DataBoundSetter
    public void setReferenceJob(String value) {
        options.referenceJob = Options.text(value);
    }

    public String getTargetBranch() {
        return options.targetBranch;
    }

    @DataBoundSetter
    public void setTargetBranch(String value) {
        options.targetBranch = Options.text(value);
    }

    public String getReports() {
        return options.reports;
    }

    @DataBoundSetter
    public void setReports(String value) {
        options.reports = Options.text(value);
    }

    public String getReportDirectory() {
        return options.reportDirectory;
    }

    @DataBoundSetter
    public void setReportDirectory(String value) {
        options.reportDirectory = value == null || value.isBlank() ? Options.DEFAULT_REPORT_DIRECTORY : value.strip();
    }

    public ChecksScope getChecks() {
        return options.checks;
    }

    @DataBoundSetter
    public void setChecks(ChecksScope value) {
        options.checks = value == null ? ChecksScope.NEW : value;
    }

    public String getChecksName() {
        return options.checksName;
    }

    @DataBoundSetter
    public void setChecksName(String value) {
        options.checksName = Options.text(value);
    }

    public String getCredentialsId() {
        return options.credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String value) {
        options.credentialsId = Options.text(value);
    }

    public List<QualityGate> getQualityGates() {
        return qualityGates;
    }

    @DataBoundSetter
    public void setQualityGates(List<QualityGate> value) {
        qualityGates = value == null ? new ArrayList<>() : new ArrayList<>(value);
    }

    /** Registers the build step; checks and fills the form of it and of the Pipeline step. */
    @Extension
    @Symbol("plumbline")
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @Override
        public String getDisplayName() {
            return "Check Terraform, ARM and CloudFormation with Plumbline";
        }

        @Override
        @SuppressWarnings("rawtypes") // as it is declared
        public boolean isApplicable(Class<? extends AbstractProject> jobType) {
            return true;
        }

        @POST
        public FormValidation doCheckId(@AncestorInPath Item item, @QueryParameter("value") String value) {
            return Forms.check(item, () -> {
                if (!Options.text(value).isBlank()) {
                    OptionReader.id(value.strip());
                }
            });
        }

        @POST
        public FormValidation doCheckExcludes(@AncestorInPath Item item, @QueryParameter("value") String value) {
            return Forms.check(item, () -> OptionReader.globs(value));
        }

        @POST
        public FormValidation doCheckVariables(@AncestorInPath Item item, @QueryParameter("value") String value) {
            return Forms.check(item, () -> OptionReader.variables(value));
        }

        @POST
        public FormValidation doCheckMinScore(@AncestorInPath Item item, @QueryParameter("value") String value) {
            return Forms.check(item, () -> OptionReader.score("minScore", value));
        }

        @POST
        public FormValidation doCheckScoreDrop(@AncestorInPath Item item, @QueryParameter("value") String value) {
            return Forms.check(item, () -> OptionReader.score("scoreDrop", value));
        }

        @POST
        public FormValidation doCheckReports(@AncestorInPath Item item, @QueryParameter("value") String value) {
            return Forms.check(item, () -> OptionReader.formats(value));
        }

        @POST
        public FormValidation doCheckReportDirectory(@AncestorInPath Item item, @QueryParameter("value") String value) {
            return Forms.check(item, () -> {
                if (!Options.text(value).isBlank()) {
                    OptionReader.reportDirectory(value);
                }
            });
        }

        @POST
        public ListBoxModel doFillFailOnItems(@AncestorInPath Item item) {
            return Forms.severities(item, "As plumbline.yaml or the administrator says", "", OptionReader.NO_SEVERITY);
        }

        @POST
        public ListBoxModel doFillCriticalityItems(@AncestorInPath Item item) {
            return Forms.criticalities(item);
        }

        @POST
        public ListBoxModel doFillChecksItems(@AncestorInPath Item item) {
            return Forms.choices(item, ChecksScope.values(), scope -> switch (scope) {
                case NONE -> "None";
                case ALL -> "All findings";
                case NEW -> "New findings";
                case MODIFIED -> "Findings that changed lines made";
            });
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter("credentialsId") String credentialsId) {
            return Forms.credentials(item, Options.text(credentialsId), ExtensionList.lookup(TokenSource.class));
        }
    }
}
