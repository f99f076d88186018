package dev.plumbline.rules.function;

import dev.plumbline.rules.expression.Function;
import dev.plumbline.rules.expression.Scope;
import dev.plumbline.rules.view.Conversion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What X.509 certificates (RFC 5280) that are written in a configuration say of themselves. */
final class CertificateFunctions {
    /** The characters up to which a text is read, inclusive: some dozen certificates. */
    private static final int LONGEST = 1 << 16;

    /** The characters from which a text without marks may be a certificate in Base64. */
    private static final int SHORTEST = 200;

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    static final List<Function> ALL = List.of(
            new Function("certificates.expired", List.of("(dyn): bool"), false, (scope, a) -> expired(scope, a.get(0))),
            new Function("certificates.rsaBits", List.of("(dyn): int"), false, (scope, a) -> rsaBits(a.get(0))));

    private CertificateFunctions() {}

    /** Whether the last day on which it is valid is over; false for what is no certificate. */
    private static boolean expired(Scope scope, Object value) {
        Optional<LocalDate> end = read(value).map(certificate -> certificate
                .getNotAfter()
                .toInstant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate());
        boolean expired = end.isPresent() && scope.today().isAfter(end.get());
        if (expired) {
            scope.explain("the certificate expired on " + end.get());
        }
        return expired;
    }

    /** The length of the modulus; -1 for another kind of key, and for what is no certificate. */
    private static long rsaBits(Object value) {
        return read(value)
                .map(X509Certificate::getPublicKey)
                .filter(RSAPublicKey.class::isInstance)
                .map(key -> (long) ((RSAPublicKey) key).getModulus().bitLength())
                .orElse(-1L);
    }

    /** The first certificate of a text: in PEM (RFC 7468), or in Base64 the same or DER. */
    private static Optional<X509Certificate> read(Object value) {
        String text = Conversion.text(value);
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<byte[]> content = pem(text);
        if (content.isEmpty() && text.length() >= SHORTEST) {
            content = decode(text).map(bytes -> pem(new String(bytes, StandardCharsets.ISO_8859_1))
                    .orElse(bytes));
        }
        return content.flatMap(CertificateFunctions::parse);
    }

    private static Optional<byte[]> pem(String text) {
        int begin = text.indexOf(BEGIN);
        int end = begin < 0 ? -1 : text.indexOf(END, begin);
        return end < 0 ? Optional.empty() : decode(text.substring(begin + BEGIN.length(), end));
    }

    private static Optional<byte[]> decode(String base64) {
        StringBuilder digits = new StringBuilder(base64.length());
        base64.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> digits.append((char) c));
        try {
            return Optional.of(Base64.getDecoder().decode(digits.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<X509Certificate> parse(byte[] content) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content)));
        } catch (CertificateException | RuntimeException e) {
            // Decoders of keys throw other things than they declare for what is broken on purpose.
            return Optional.empty();
        }
    }
}
