package dev.plumbline.rules.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Credentials by their form alone. Only forms that nothing else has, so that a finding is certain. */
public final class SecretFormats {
    private static final Pattern CREDENTIAL = Pattern.compile(String.join(
            "|",
            "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b",
            "(?i:aws_secret_access_key[ =:\"']+[0-9a-z/+]{40})",
            "-----BEGIN [A-Z ]*PRIVATE KEY-----",
            "\\bgh[pousr]_[0-9A-Za-z]{36}",
            "\\bgithub_pat_[0-9A-Za-z_]{60}",
            "\\bglpat-[0-9A-Za-z_-]{20}",
            "\\bnpm_[0-9A-Za-z]{36}",
            "\\bxox[abprs]-[0-9A-Za-z-]{10}",
            "\\bhooks\\.slack\\.com/services/T[0-9A-Z]+/B[0-9A-Z]+/[0-9A-Za-z]{20}",
            "AccountKey=[0-9A-Za-z+/]{86}==",
            "SharedAccessKey=[0-9A-Za-z+/]{43}=",
            "\\bsk_live_[0-9A-Za-z]{24}",
            "\\bSG\\.[0-9A-Za-z_-]{22}\\.[0-9A-Za-z_-]{43}",
            "\\bAIza[0-9A-Za-z_-]{35}",
            "\\beyJ[0-9A-Za-z_-]{10,}\\.eyJ[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]{10,}"));

    private SecretFormats() {}

    /** A part of a text, in UTF-16 indices, the end exclusive. */
    public record Span(int start, int end) {}

    /** Whether a credential stands in a text. */
    public static boolean in(String text) {
        return CREDENTIAL.matcher(text).find();
    }

    /** Where in a text credentials stand. */
    public static List<Span> find(String text) {
        List<Span> spans = new ArrayList<>();
        for (Matcher matcher = CREDENTIAL.matcher(text); matcher.find(); ) {
            spans.add(new Span(matcher.start(), matcher.end()));
        }
        return spans;
    }
}
