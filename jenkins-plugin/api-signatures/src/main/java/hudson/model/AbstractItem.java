package hudson.model;

import dev.plumbline.jenkins.Signature;

/** Signatures of {@code hudson.model.AbstractItem} in Jenkins core. */
@SuppressWarnings("rawtypes") // as it is there
public abstract class AbstractItem extends Actionable implements Item {
    public ItemGroup getParent() {
        throw new Signature();
    }

    public String getFullName() {
        throw new Signature();
    }

    public String getUrl() {
        throw new Signature();
    }

    @Override
    public String getDisplayName() {
        throw new Signature();
    }
}
