package io.jenkins.plugins.plumbline;

import dev.plumbline.rules.Severity;
import hudson.AbortException;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.plumbline.gate.Criticality;
import io.jenkins.plugins.plumbline.gate.GateRule;
import io.jenkins.plugins.plumbline.gate.GateType;
import io.jenkins.plugins.plumbline.scan.OptionException;
import io.jenkins.plugins.plumbline.scan.OptionReader;
import io.jenkins.plugins.plumbline.scan.Options;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** How many findings are too many, as a form or a Jenkinsfile says it. */
public class QualityGate extends AbstractDescribableImpl<QualityGate> {
    /** Stands for all severities. */
    static final String ANY = "any";

    private final int threshold;
    private GateType type = GateType.TOTAL;
    private String severity = ANY;
    private Criticality criticality = Criticality.UNSTABLE;

    @DataBoundConstructor
    public QualityGate(int threshold) {
        this.threshold = threshold;
    }

    public int getThreshold() {
        return threshold;
    }

    public GateType getType() {
        return type;
    }

    @DataBoundSetter
    public void setType(GateType value) {
        type = value == null ? GateType.TOTAL : value;
    }

    public String getSeverity() {
        return severity;
    }

    @DataBoundSetter
    public void setSeverity(String value) {
        severity = Options.text(value).isBlank() ? ANY : value.strip();
    }

    public Criticality getCriticality() {
        return criticality;
    }

    @DataBoundSetter
    public void setCriticality(Criticality value) {
        criticality = value == null ? Criticality.UNSTABLE : value;
    }

    /** Fills in what the {@code config.xml} of an older version lacks. */
    protected Object readResolve() {
        setType(type);
        setSeverity(severity);
        setCriticality(criticality);
        return this;
    }

    /** @throws AbortException where one of them cannot be meant */
    static List<GateRule> rules(List<QualityGate> gates) throws AbortException {
        List<GateRule> rules = new ArrayList<>();
        for (QualityGate gate : gates) {
            try {
                Severity severity = OptionReader.severity("severity", gate.severity, ANY);
                rules.add(new GateRule(OptionReader.threshold(gate.threshold), gate.type, severity, gate.criticality));
            } catch (OptionException e) {
                throw new AbortException(e.getMessage());
            }
        }
        return rules;
    }

    /** Registers the part of the form. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<QualityGate> {
        @Override
        public String getDisplayName() {
            return "Quality gate";
        }

        @POST
        public FormValidation doCheckThreshold(@AncestorInPath Item item, @QueryParameter("value") String value) {
            return Forms.check(item, () -> OptionReader.threshold(value));
        }

        @POST
        public ListBoxModel doFillTypeItems(@AncestorInPath Item item) {
            return Forms.choices(item, GateType.values(), type -> switch (type) {
                case TOTAL -> "All findings";
                case NEW -> "New findings";
                case DELTA -> "More findings than in the reference build";
            });
        }

        @POST
        public ListBoxModel doFillSeverityItems(@AncestorInPath Item item) {
            return Forms.severities(item, "any", ANY, null);
        }

        @POST
        public ListBoxModel doFillCriticalityItems(@AncestorInPath Item item) {
            return Forms.criticalities(item);
        }
    }
}
