package dev.plumbline.rules.function;

import com.google.re2j.Pattern;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Open;
import dev.plumbline.rules.expression.Struct;
import java.util.List;

/** Whether credentials stand in what is written. Only formats that nothing else has, so that a finding is certain. */
final class SecretFunctions {
    /** How deep objects and lists are looked into. */
    private static final int MAX_DEPTH = 8;

    private static final Pattern TOKEN = Pattern.compile(String.join(
            "|",
            "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b",
            "(?i:aws_secret_access_key[ =:\"']+[0-9a-z/+]{40})",
            "-----BEGIN [A-Z ]*PRIVATE KEY-----",
            "\\bgh[pousr]_[0-9A-Za-z]{36}",
            "\\bgithub_pat_[0-9A-Za-z_]{60}",
            "\\bglpat-[0-9A-Za-z_-]{20}",
            "\\bxox[abprs]-[0-9A-Za-z-]{10}",
            "AccountKey=[0-9A-Za-z+/]{86}==",
            "\\bsk_live_[0-9A-Za-z]{24}",
            "\\bAIza[0-9A-Za-z_-]{35}",
            "\\beyJ[0-9A-Za-z_-]{10,}\\.eyJ[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]{10,}"));

    static final List<Function> ALL =
            List.of(new Function("secrets.within", List.of("(dyn): bool"), false, (scope, a) -> within(a.get(0), 0)));

    private SecretFunctions() {}

    /** What is unknown inside an object is no literal, and counts as none. */
    private static boolean within(Object value, int depth) {
        if (value instanceof String text) {
            return TOKEN.matcher(text).find();
        } else if (value instanceof UnknownValue || value instanceof Open || depth == MAX_DEPTH) {
            return false;
        } else if (value instanceof List<?> list) {
            return list.stream().anyMatch(each -> within(each, depth + 1));
        } else if (value instanceof Struct struct) {
            return struct.names().stream().anyMatch(name -> within(struct.member(name), depth + 1));
        }
        return false;
    }
}
