package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import dev.plumbline.jenkins.Signature;
import hudson.model.Run;
import java.util.List;

/** Signatures of {@code com.cloudbees.plugins.credentials.CredentialsProvider} in the plugin credentials. */
public abstract class CredentialsProvider {
    public static <C extends IdCredentials> C findCredentialById(
            String id, Class<C> type, Run<?, ?> run, List<DomainRequirement> requirements) {
        return Signature.called();
    }

    public static <C extends Credentials> C track(Run<?, ?> build, C credentials) {
        return Signature.called();
    }
}
