package dev.plumbline.rules.function;

import com.google.re2j.Pattern;
import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Logic;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.expression.Struct;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whom a statement of a resource's policy lets in. */
final class PublicAccess {
    /**
     * What any caller can make come true, or says nothing of who calls; in lower case. Those of S3 speak of the request and
     * the object; they are not among the keys by which S3 takes a policy for one that is not public.
     */
    private static final Set<String> OPEN_KEYS = Set.of(
            "aws:referer",
            "aws:securetransport",
            "aws:useragent",
            "aws:currenttime",
            "aws:epochtime",
            "aws:requestedregion",
            "s3:delimiter",
            "s3:max-keys",
            "s3:prefix",
            "s3:signatureversion",
            "s3:tlsversion",
            "s3:x-amz-acl",
            "s3:x-amz-server-side-encryption");

    private static final String OBJECT_TAG = "s3:existingobjecttag/";

    /** Everyone, or the same name in every account: AWS takes no such wildcard, but that is what it is meant to say. */
    private static final Pattern EVERYONE = Pattern.compile("(AWS:)?(\\*|arn:[^:]*:(iam|sts)::\\*:.*)");

    private static final Set<String> ANYTHING = Set.of("*", "arn:*", "arn:aws:*", "0.0.0.0/0", "::/0");

    private PublicAccess() {}

    /** Whether the principals are everyone: named so, or all but some where the statement allows. */
    static Object isAnyone(Struct statement) {
        Object named = Any.of(statement.member("principals"), PublicAccess::isEveryone);
        boolean allBut = statement.member("notPrincipals") instanceof List<?> list && !list.isEmpty();
        return named.equals(false) && allBut && !"Deny".equals(statement.member("effect")) ? (Object) true : named;
    }

    /** Whether it allows everyone something, with no condition on who calls. */
    static Object isPublic(Struct statement) {
        Object effect = statement.member("effect");
        Object anyone = isAnyone(statement);
        if (anyone.equals(false) || effect instanceof String text && !text.equals("Allow")) {
            return false;
        }
        Object conditions = statement.member("conditions");
        Object restricted = Any.of(conditions, condition -> restricts(condition, conditions));
        if (restricted.equals(true)) {
            return false;
        }
        return effect instanceof UnknownValue ? effect : restricted instanceof UnknownValue ? restricted : anyone;
    }

    private static Object isEveryone(Object principal) {
        if (principal instanceof UnknownValue unknown) {
            String known = unknown.unknown().prefix();
            return "*".startsWith(known) || "AWS:*".startsWith(known) ? unknown : false;
        }
        return principal instanceof String text && EVERYONE.matcher(text).matches();
    }

    private static Object restricts(Object operand, Object all) {
        if (!(operand instanceof Struct condition)) {
            return operand;
        }
        Object operator = condition.member("operator");
        Object key = condition.member("key");
        if (!(operator instanceof String test) || !(key instanceof String name)) {
            return operator instanceof String ? key : operator;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (OPEN_KEYS.contains(lower) || lower.startsWith(OBJECT_TAG) || test.contains("Not") || test.equals("Null")) {
            return false;
        }
        if (test.startsWith("ForAllValues:") && !mustBeThere(name, all)) {
            return false; // true of a request without the key
        }
        if (!test.contains("Like") && !test.contains("IpAddress")) {
            return true;
        }
        Object anything = Any.of(condition.member("values"), PublicAccess::isAnything);
        return Logic.not(anything);
    }

    /** Whether a condition asks for the key, whatever its value. */
    private static boolean mustBeThere(String key, Object conditions) {
        return conditions instanceof List<?> list
                && list.stream()
                        .anyMatch(each -> Open.seen(each) instanceof Struct condition
                                && "Null".equals(condition.member("operator"))
                                && condition.member("key") instanceof String name
                                && name.equalsIgnoreCase(key));
    }

    private static Object isAnything(Object value) {
        if (value instanceof UnknownValue unknown) {
            String known = unknown.unknown().prefix();
            boolean given = unknown.unknown().cause() == Unknown.Cause.KNOWN_AFTER_APPLY;
            return !given && ANYTHING.stream().anyMatch(each -> each.startsWith(known)) ? unknown : false;
        }
        return value instanceof String text && ANYTHING.contains(text);
    }
}
