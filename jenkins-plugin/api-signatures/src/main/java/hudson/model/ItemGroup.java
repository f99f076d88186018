package hudson.model;

/** Signatures of {@code hudson.model.ItemGroup} in Jenkins core. */
public interface ItemGroup<T extends Item> extends ModelObject {
    T getItem(String name);
}
