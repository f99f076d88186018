package dev.plumbline.rules.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.rules.TestValues;
import dev.plumbline.rules.compile.ConditionCompiler;
import dev.plumbline.rules.compile.ConditionException;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.view.Views;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates that were made for this test; nobody has their keys. */
class CertificateFunctionsTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2020, 12, 31);

    /** An elliptic curve key, valid to {@link #LAST_DAY}. */
    private static final String ELLIPTIC = """
            -----BEGIN CERTIFICATE-----
            MIIBTzCB96ADAgECAggoWwxjLZhM9jAKBggqhkjOPQQDAjAdMRswGQYDVQQDExJv
            cmRlcnMuZXhhbXBsZS5jb20wHhcNMjAwMTAxMDAwMDAwWhcNMjAxMjMxMDAwMDAw
            WjAdMRswGQYDVQQDExJvcmRlcnMuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggq
            hkjOPQMBBwNCAASzpzA4wMxMwPMk0gB3Y6wUuigQPgYun6Up53fX8rsKNxom74jn
            aYVSRkHfJabY2SJT7C4dnyr9s1KQWfgeZ0PYoyEwHzAdBgNVHQ4EFgQUhEcZRlC2
            /dFjN6J9Y+H91e5l02owCgYIKoZIzj0EAwIDRwAwRAIgfjLoe2leFWUjZAECGOTF
            glNFlz11lScq6JinaIDr1PYCIAcZJIXpzR7hHsTBGhfAcSWSWtC+RjuD45W84KIN
            v1CW
            -----END CERTIFICATE-----
            """;

    private static final String RSA_1024 = """
            -----BEGIN CERTIFICATE-----
            MIIB2zCCAUSgAwIBAgIJAI0Sv8q8ESZcMA0GCSqGSIb3DQEBCwUAMB0xGzAZBgNV
            BAMTEm9yZGVycy5leGFtcGxlLmNvbTAgFw0yMDAxMDEwMDAwMDBaGA85OTU5MTIw
            NzAwMDAwMFowHTEbMBkGA1UEAxMSb3JkZXJzLmV4YW1wbGUuY29tMIGfMA0GCSqG
            SIb3DQEBAQUAA4GNADCBiQKBgQCw4pgwWgRbbrAGRu/g7rfstfeyKSBlmZ9YT2jp
            MNarzO0Ng2bj+37uQ0VstXhfAtjb1glv5GiJ45Cs6WbzQUZiW8HK6aTbvqWALXxu
            BCGF7sWso+CeI3JqDuBLDcfTPBKKJt6ppcNGcadEv2tct+VU0Sb9wNInGdfalKQS
            Z17WCQIDAQABoyEwHzAdBgNVHQ4EFgQUCMaUfuQ2XF6rPZ6uR28xYN37i0cwDQYJ
            KoZIhvcNAQELBQADgYEAE3b6Q/dwENt0AHjSoiooj+In7ioas03/cOGtXrJZUxvV
            vig9KT7GJM6xqZE2Fo+BfKeekbvTNNoX86jOyJYaGGU5zv1IT3Wtq/U46a2bWNfW
            iFE7z5rQ2wIInlahUtv0bEOvc7wywLQdyFT3eqYjh4TJOCQ4NLxw2jZwqZCYToE=
            -----END CERTIFICATE-----
            """;

    private static Scope scope(String text, LocalDate day) {
        Resource resource =
                TestValues.resource("r", "t", "body: \"" + text.replace("\n", "\\n") + "\"\nhidden: !unknown why");
        return Scope.of(new ResourceGraph(List.of(resource), List.of()), day, "resource", Views.of(resource));
    }

    private static Object evaluate(String condition, Scope scope) throws ConditionException {
        Object value = new ConditionCompiler().compile(condition, true).evaluate(scope);
        return value instanceof UnknownValue unknown ? unknown.unknown().reason() : value;
    }

    private static boolean expired(String text, LocalDate day) throws ConditionException {
        return evaluate("certificates.expired(resource.get('body'))", scope(text, day))
                .equals(true);
    }

    private static boolean hasBits(String text, int bits) throws ConditionException {
        return evaluate("certificates.rsaBits(resource.get('body')) == " + bits, scope(text, LAST_DAY))
                .equals(true);
    }

    @Test
    void theDayOfTheScanDecides() throws ConditionException {
        assertThat(expired(ELLIPTIC, LAST_DAY)).isFalse();
        assertThat(expired(ELLIPTIC, LAST_DAY.plusDays(1))).isTrue();
        assertThat(expired(RSA_1024, LocalDate.of(2026, 1, 1))).isFalse();
    }

    @Test
    void saysWhenItExpired() throws ConditionException {
        Scope scope = scope(ELLIPTIC, LocalDate.of(2026, 1, 1));
        evaluate("!certificates.expired(resource.get('body'))", scope);
        assertThat(scope.explanation()).isEqualTo("the certificate expired on 2020-12-31");
    }

    @Test
    void readsPemAndBase64OfItAndOfDer() throws ConditionException {
        String der = ELLIPTIC.lines().filter(line -> !line.startsWith("---")).reduce("", String::concat);
        String again = Base64.getEncoder().encodeToString(ELLIPTIC.getBytes(StandardCharsets.US_ASCII));
        for (String text : List.of("key first\n" + ELLIPTIC + RSA_1024, der, again)) {
            assertThat(expired(text, LocalDate.of(2026, 1, 1))).isTrue();
        }
    }

    @Test
    void tellsTheLengthOfRsaKeysAlone() throws ConditionException {
        assertThat(hasBits(RSA_1024, 1024)).isTrue();
        assertThat(hasBits(ELLIPTIC, -1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fifty",
                "-----BEGIN CERTIFICATE-----",
                "-----END CERTIFICATE----------BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE----------END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----%%%-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----MIIBUzCB-----END CERTIFICATE-----",
            })
    void whatIsNoCertificateIsNeitherExpiredNorShort(String text) throws ConditionException {
        assertThat(expired(text, LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(hasBits(text, -1)).isTrue();
    }

    @Test
    void longTextsAreNotRead() throws ConditionException {
        assertThat(expired(ELLIPTIC + "x".repeat(1 << 16), LocalDate.of(2026, 1, 1)))
                .isFalse();
    }

    @Test
    void anUnknownTextIsUnknown() throws ConditionException {
        assertThat(evaluate("certificates.expired(resource.get('hidden'))", scope("", LAST_DAY)))
                .isEqualTo("why");
    }
}
