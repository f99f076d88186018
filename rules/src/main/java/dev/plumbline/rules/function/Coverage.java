package dev.plumbline.rules.function;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What patterns of IAM cover, also where parts of a pattern are known after deployment only. Such a part, in angle
 * brackets in {@link Unknown#symbol()}, may itself hold wildcards where it is an input of the user's; an ARN that AWS
 * gives to a resource holds none.
 */
final class Coverage {
    private static final String ARN = "arn:";

    /** {@code arn:partition:service:region:account:resource}. */
    private static final int ARN_PARTS = 6;

    private Coverage() {}

    /** Whether a pattern covers a text, itself perhaps a pattern: true, false or an unknown value. */
    static Object of(Object pattern, String text) {
        if (pattern instanceof UnknownValue unknown) {
            return apart(unknown.unknown(), text) ? false : unknown;
        }
        return pattern instanceof String wild && Wildcard.covers(wild, text);
    }

    /**
     * Whether a pattern covers all resources of a kind, be it those of one region or one account: {@code *}, {@code
     * arn:aws:kms:*:*:*}, {@code arn:aws:kms:eu-central-1:111122223333:key/*}.
     *
     * @param kind what stands before the resource's name in its ARN: {@code key/}
     */
    static Object ofAll(Object pattern, String service, String kind) {
        String all = ARN + "aws:" + service + ":*:*:" + kind + "*";
        if (pattern instanceof String text) {
            return Wildcard.covers(everywhere(text), all);
        } else if (pattern instanceof UnknownValue unknown
                && !unknown.unknown().symbol().isEmpty()) {
            String anywhere = everywhere(unknown.unknown().symbol());
            if (anywhere.indexOf('<') < 0) {
                return Wildcard.covers(anywhere, all);
            } else if (isOther(anywhere, kind)) {
                return false;
            }
        }
        return of(pattern, all);
    }

    /** Whether the resource of an ARN is of another kind, by what stands before the first part that is not known. */
    private static boolean isOther(String arn, String kind) {
        List<String> parts = parts(arn);
        if (parts.size() < ARN_PARTS) {
            return false;
        }
        String resource = parts.get(ARN_PARTS - 1);
        int hole = resource.indexOf('<');
        String known = hole < 0 ? resource : resource.substring(0, hole);
        return isLiteral(known) && !kind.startsWith(known);
    }

    /** An ARN with any partition, region and account in the place of those that it has. */
    private static String everywhere(String arn) {
        List<String> parts = parts(arn);
        boolean whole = parts.size() == ARN_PARTS
                && parts.get(0).toLowerCase(Locale.ROOT).equals("arn");
        return whole ? ARN + "*:" + parts.get(2) + ":*:*:" + parts.get(5) : arn;
    }

    /** The parts between colons, but for those in angle brackets; what stands behind the fifth is one. */
    private static List<String> parts(String arn) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < arn.length() && parts.size() < ARN_PARTS - 1; i++) {
            char c = arn.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ':' && depth == 0) {
                parts.add(arn.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(arn.substring(from));
        return parts;
    }

    /** Whether what is certain of a pattern's start and end rules out that it covers the text. */
    private static boolean apart(Unknown pattern, String text) {
        String start = pattern.prefix();
        String end = pattern.suffix();
        return isLiteral(start) && !text.regionMatches(true, 0, start, 0, start.length())
                || isLiteral(end) && !text.regionMatches(true, text.length() - end.length(), end, 0, end.length())
                || isArn(pattern) && colons(literal(text)) < ARN_PARTS - 1 && !isLiteral(text);
    }

    /** Whether it starts with a whole ARN that is given to a resource: it holds no wildcard in its first parts. */
    private static boolean isArn(Unknown pattern) {
        return pattern.prefix().startsWith(ARN) && pattern.symbol().startsWith("<");
    }

    private static boolean isLiteral(String text) {
        return literal(text).length() == text.length();
    }

    /** What stands before the first wildcard. */
    private static String literal(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '*' && text.charAt(end) != '?') {
            end++;
        }
        return text.substring(0, end);
    }

    private static long colons(String text) {
        return text.chars().filter(c -> c == ':').count();
    }
}
