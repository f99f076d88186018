package dev.plumbline.rules.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;

/**
 * Secrets by the name that they are kept under. A name says nothing certain, so what is kept under it has to look like a
 * secret too: neither a reference to one, nor a placeholder, nor a word.
 */
public final class SecretNames {
    private static final List<String> PASSWORDS = List.of("password", "passwd", "passphrase", "pwd");

    private static final List<String> KEYS = List.of(
            "secret",
            "token",
            "apikey",
            "accesskey",
            "accesskeyid",
            "secretkey",
            "privatekey",
            "accountkey",
            "sharedkey",
            "connectionstring");

    /** {@code DB_PASSWORD=hunter2}, {@code "token": "…"}, in scripts, connection strings and documents. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?i)([a-z0-9_.-]*(?:password|passwd|passphrase|pwd|secret"
                    + "|token|api[_-]?key|access[_-]?key(?:[_-]?id)?|secret[_-]?key|private[_-]?key|account[_-]?key))"
                    + "[\"']?\\s*[:=]\\s*[\"']?([^\\s\"';,&|<>()\\[\\]{}]+)(\\(?)");

    /** {@code postgres://orders:hunter2@db.example.com}. */
    private static final Pattern USER_INFO =
            Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^\\s:/@\"'${}<>]+:([^\\s:/@\"'${}<>*]{3,})@");

    private static final List<String> PLACEHOLDERS =
            List.of("example", "placeholder", "changeme", "change_me", "replace", "your", "dummy", "xxxx", "****");

    private static final int LONGEST_TEXT = 1 << 16;

    private SecretNames() {}

    /** Whether a secret is kept under such a name: {@code DB_PASSWORD}, {@code clientSecret}, {@code /orders/api-key}. */
    public static boolean isSecret(String name) {
        String plain = plain(name);
        return endsWithAny(plain, PASSWORDS) || endsWithAny(plain, KEYS);
    }

    /** Whether what is kept under a name is a secret. */
    public static boolean isSecret(String name, String value) {
        String plain = plain(name);
        return (endsWithAny(plain, PASSWORDS) && looksLikePassword(value))
                || (endsWithAny(plain, KEYS) && looksLikeKey(value));
    }

    /** Whether a text assigns a secret to a name, or has the password of a URL in it. */
    public static boolean assignedIn(String text) {
        String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        for (Matcher matcher = ASSIGNMENT.matcher(read); matcher.find(); ) {
            String value = matcher.group(2);
            if (matcher.group(3).isEmpty() && hasDigit(value) && isSecret(matcher.group(1), value)) {
                return true;
            }
        }
        for (Matcher matcher = USER_INFO.matcher(read); matcher.find(); ) {
            if (looksLikePassword(matcher.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikePassword(String value) {
        return value.length() >= 4
                && isLiteral(value)
                && value.indexOf(' ') < 0
                && value.chars().distinct().count() > 2
                && !isTruth(value);
    }

    /** A key is drawn at random: long, of letters and digits, of many different ones. */
    private static boolean looksLikeKey(String value) {
        return value.length() >= 16
                && isLiteral(value)
                && value.indexOf(' ') < 0
                && hasDigit(value)
                && value.chars().anyMatch(Character::isLetter)
                && value.chars().distinct().count() >= 8;
    }

    /** Not a reference to a variable, a file or an entry of a vault, nor a placeholder. */
    private static boolean isLiteral(String value) {
        String plain = value.toLowerCase(Locale.ROOT);
        return !value.contains("$")
                && !value.contains("{{")
                && !value.contains("#{")
                && !value.contains("<")
                && !value.startsWith("%")
                && !value.startsWith("/")
                && !value.startsWith("@Microsoft.KeyVault")
                && !plain.startsWith("privatesettingsref:") // an entry of the protected settings of an extension
                && !plain.startsWith("arn:")
                && !plain.contains("://")
                && !plain.contains("secretsmanager")
                && PLACEHOLDERS.stream().noneMatch(plain::contains);
    }

    private static boolean isTruth(String value) {
        return List.of("true", "false", "null", "none").contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean hasDigit(String value) {
        return value.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean endsWithAny(String name, List<String> endings) {
        return endings.stream().anyMatch(name::endsWith);
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) Character.toLowerCase(c)));
        return plain.toString();
    }
}
