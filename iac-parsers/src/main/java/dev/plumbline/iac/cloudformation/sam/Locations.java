package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;

/** Where code, definitions and layers are: a URL of S3, an object that says the same, or a path to be uploaded. */
final class Locations {
    private static final String S3 = "s3://";

    private Locations() {}

    /**
     * The location in S3 that a property gives.
     *
     * @param prefix of the names in the result: {@code S3Bucket} or {@code Bucket}
     * @param version the name of the version in the result
     */
    static Node of(Node written, String prefix, String version) {
        Made made = new Made(written.range());
        String text = Written.text(written);
        if (text != null && text.startsWith(S3) && text.indexOf('/', S3.length()) > 0) {
            int slash = text.indexOf('/', S3.length());
            return made.object(
                    made.member(prefix + "Bucket", made.text(text.substring(S3.length(), slash))),
                    made.member(prefix + "Key", made.text(text.substring(slash + 1))));
        }
        if (Written.isObject(written)) {
            Properties location = new Properties(written.range());
            Mapping object = (Mapping) written;
            location.rename(object, "Bucket", prefix + "Bucket").rename(object, "Key", prefix + "Key");
            return location.rename(object, "Version", version).build();
        }
        // Uploaded when the template is packaged.
        return made.object(made.member(prefix + "Bucket", made.unknown()), made.member(prefix + "Key", made.unknown()));
    }

    /** Puts the location that a property gives under another name, where it is there. */
    static void put(SamResource from, String name, Properties to, String as, String prefix, String version) {
        Member member = from.properties().member(name);
        if (member != null) {
            to.put(as, member.keyRange(), of(member.value(), prefix, version));
        }
    }
}
