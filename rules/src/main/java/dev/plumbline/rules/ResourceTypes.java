package dev.plumbline.rules;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Resource;
import java.util.Locale;

/** The names of resource types as rules write them. */
public final class ResourceTypes {
    private static final String DATA = "data.";

    private ResourceTypes() {}

    /** The language whose types are spelled like this; ARM also stands for Bicep. */
    public static Dialect dialect(String type) {
        if (type.contains("::")) {
            return Dialect.CLOUDFORMATION;
        }
        return type.indexOf('/') >= 0 ? Dialect.ARM : Dialect.TERRAFORM;
    }

    /** What rules are found by: the type of a resource, in one letter case, data sources told apart. */
    public static String key(Resource resource) {
        return key(resource.mode() == Resource.Mode.DATA ? DATA + resource.type() : resource.type());
    }

    /** The key of a type as a rule writes it. */
    public static String key(String type) {
        return type.toLowerCase(Locale.ROOT);
    }
}
