package io.jenkins.plugins.plumbline;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.plumbline.scan.OptionReader;
import io.jenkins.plugins.plumbline.scan.Options;
import io.jenkins.plugins.plumbline.scan.Organisation;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What an administrator sets for all jobs; Configuration as Code knows it as {@code unclassified: plumbline}. */
@Extension
@Symbol("plumbline")
public class PlumblineConfiguration extends GlobalConfiguration {
    private String failOn;
    private Double minScore;
    private boolean inlineExemptionsForbidden;
    private String policy;

    public PlumblineConfiguration() {
        load();
    }

    static PlumblineConfiguration get() {
        return ExtensionList.lookupSingleton(PlumblineConfiguration.class);
    }

    Organisation organisation() {
        return new Organisation(getFailOn(), minScore, inlineExemptionsForbidden, getPolicy());
    }

    @Override
    public String getDisplayName() {
        return "Plumbline";
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) {
        request.bindJSON(this, json);
        save();
        return true;
    }

    public String getFailOn() {
        return failOn == null ? Organisation.NONE.failOn() : failOn;
    }

    @DataBoundSetter
    public void setFailOn(String value) {
        failOn = Options.text(value).isBlank() ? null : value.strip();
        save();
    }

    public Double getMinScore() {
        return minScore;
    }

    @DataBoundSetter
    public void setMinScore(Double value) {
        minScore = value;
        save();
    }

    public boolean isInlineExemptionsForbidden() {
        return inlineExemptionsForbidden;
    }

    @DataBoundSetter
    public void setInlineExemptionsForbidden(boolean value) {
        inlineExemptionsForbidden = value;
        save();
    }

    public String getPolicy() {
        return Options.text(policy);
    }

    @DataBoundSetter
    public void setPolicy(String value) {
        policy = Options.text(value).isBlank() ? null : value;
        save();
    }

    @POST
    public FormValidation doCheckPolicy(@QueryParameter("value") String value) {
        return Forms.check(null, () -> OptionReader.policy(value));
    }

    @POST
    public FormValidation doCheckMinScore(@QueryParameter("value") String value) {
        return Forms.check(null, () -> OptionReader.score("minScore", value));
    }

    @POST
    public ListBoxModel doFillFailOnItems() {
        return Forms.severities(null, null, null, OptionReader.NO_SEVERITY);
    }
}
