package io.jenkins.plugins.plumbline;

import hudson.EnvVars;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.scan.ChecksScope;
import io.jenkins.plugins.plumbline.scan.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code plumbline(…)} of a Pipeline. What its options mean is told in their help. */
public class PlumblineStep extends Step {
    private final Options options = new Options();
    private List<QualityGate> qualityGates = new ArrayList<>();

    @DataBoundConstructor
    public PlumblineStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, options, qualityGates);
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

    /** One run of the step. A restart of Jenkins ends it: the check has to be made anew. */
    static final class Execution extends SynchronousNonBlockingStepExecution<Map<String, Object>> {
        private static final long serialVersionUID = 1L;

        private final transient Options options;
        private final transient List<QualityGate> qualityGates;

        Execution(StepContext context, Options options, List<QualityGate> qualityGates) {
            super(context);
            this.options = options;
            this.qualityGates = qualityGates;
        }

        @Override
        protected Map<String, Object> run() throws Exception {
            StepContext context = getContext();
            Check check = new Check(
                    context.get(Run.class),
                    context.get(FilePath.class),
                    context.get(EnvVars.class),
                    context.get(Launcher.class),
                    context.get(TaskListener.class));
            Check.Outcome outcome = check.perform(options, QualityGate.rules(qualityGates));
            if (outcome.decision().criticality() == Criticality.UNSTABLE) {
                // As the step unstable() does, so that the stage is shown as unstable too.
                context.get(FlowNode.class)
                        .addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(outcome.message()));
            }
            return outcome.result();
        }
    }

    /** Registers the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "plumbline";
        }

        @Override
        public String getDisplayName() {
            return "Check Terraform, ARM and CloudFormation with Plumbline";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, EnvVars.class, Launcher.class, TaskListener.class, FlowNode.class);
        }

        /** The one that checks and fills the form, which both share. */
        public PlumblineBuilder.DescriptorImpl getForm() {
            return ExtensionList.lookupSingleton(PlumblineBuilder.DescriptorImpl.class);
        }
    }
}
