package hudson.model;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code hudson.model.AbstractItem} in Jenkins core. */
@SuppressWarnings("rawtypes") // as it is there
public abstract class AbstractItem extends Actionable implements Item {
    public ItemGroup getParent() {
        return Signature.called();
    }

    public String getFullName() {
        return Signature.called();
    }

    public String getUrl() {
        return Signature.called();
    }

    @Override
    public String getDisplayName() {
        return Signature.called();
    }
}
