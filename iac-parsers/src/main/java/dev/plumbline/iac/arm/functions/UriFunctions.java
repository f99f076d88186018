package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.lazy;
import static dev.plumbline.iac.arm.expression.Function.whole;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import dev.plumbline.iac.arm.expression.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The string functions that encode and decode. */
final class UriFunctions {
    private static final String DATA = "data:text/plain;charset=utf8;base64,";
    private static final String UNRESERVED = "-_.~";

    static final List<Function> ALL = List.of(
            whole("base64", 1, 1, Shape.STRING, in -> in.result(encode(in.string(0)))),
            whole("base64ToString", 1, 1, Shape.STRING, in -> in.result(decode(in, in.string(0)))),
            whole("base64ToJson", 1, 1, Shape.ANY, in -> in.bounded(JsonReader.read(in, decode(in, in.string(0))))),
            whole("dataUri", 1, 1, Shape.STRING, in -> in.result(DATA + encode(in.string(0)))),
            whole("dataUriToString", 1, 1, Shape.STRING, UriFunctions::dataUriToString),
            lazy("buildUri", 1, 1, Shape.STRING, UriFunctions::buildUri),
            lazy("parseUri", 1, 1, Shape.OBJECT, in -> in.unknown(Cause.UNSUPPORTED, "parseUri() is not evaluated")),
            whole("uri", 2, 2, Shape.STRING, UriFunctions::uri),
            whole("uriComponent", 1, 1, Shape.STRING, in -> in.result(escape(in.string(0)))),
            whole("uriComponentToString", 1, 1, Shape.STRING, in -> in.result(unescape(in.string(0)))));

    private UriFunctions() {}

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(Invocation in, String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw in.failure(0, "The argument of " + in.name() + " is not base64");
        }
    }

    private static Value dataUriToString(Invocation in) {
        String text = in.string(0);
        int comma = text.indexOf(',');
        if (!text.startsWith("data:") || comma < 0) {
            throw in.failure(0, "The argument of dataUriToString is not a data URI");
        }
        String content = text.substring(comma + 1);
        boolean base64 = text.substring(0, comma).endsWith(";base64");
        return in.result(base64 ? decode(in, content) : unescape(content));
    }

    private static Value uri(Invocation in) {
        UriReference base = UriReference.parse(in.string(0));
        if (!base.isAbsolute()) {
            throw in.failure(0, "'" + in.string(0) + "' is not an absolute URI");
        }
        return in.result(base.resolve(UriReference.parse(in.string(1))).toString());
    }

    /** Scheme and host are certain; how Azure writes the rest is not documented. */
    private static Value buildUri(Invocation in) {
        Unknown unknown = ((UnknownValue) in.unknown(Cause.UNSUPPORTED, "buildUri() is not evaluated")).unknown();
        boolean told = in.value(0) instanceof ObjectValue components
                && components.get("scheme") instanceof StringValue
                && components.get("host") instanceof StringValue;
        if (!told) {
            return in.unknown(unknown);
        }
        ObjectValue components = in.object(0);
        return in.unknown(unknown.startingWith(
                Values.text(components.get("scheme")) + "://" + Values.text(components.get("host"))));
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            escaped.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return escaped.toString();
    }

    /** A percent sign that escapes nothing stands for itself. */
    private static String unescape(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
