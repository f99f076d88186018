package hudson.model;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code hudson.model.Api} in Jenkins core. */
public class Api implements ModelObject {
    public Api(Object bean) {}

    @Override
    public String getDisplayName() {
        return Signature.called();
    }
}
