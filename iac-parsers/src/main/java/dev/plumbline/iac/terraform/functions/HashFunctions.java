package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.NUMBER;
import static dev.plumbline.iac.terraform.functions.Parameter.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Hashes, UUIDs and cryptography. What is random, or needs a private key, is unknown. */
final class HashFunctions {
    private static final Map<String, String> NAMESPACES = Map.of(
            "dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
            "url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
            "oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
            "x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8");

    /** All notations that Terraform takes. */
    private static final Pattern UUID_TEXT = Pattern.compile(
            "(?:urn:uuid:|\\{)?([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})\\}?");

    private HashFunctions() {}

    static void register(FunctionTable table) {
        for (String algorithm : new String[] {"MD5", "SHA-1", "SHA-256", "SHA-512"}) {
            String name = algorithm.replace("-", "").toLowerCase(Locale.ROOT);
            table.add(name, Shape.STRING, call -> call.of(hex(algorithm, bytes(call))), STRING);
            table.add(
                    "file" + name,
                    Shape.STRING,
                    call -> FilesystemFunctions.ofFile(call, bytes -> call.of(hex(algorithm, bytes))),
                    STRING);
        }
        for (String algorithm : new String[] {"SHA-256", "SHA-512"}) {
            String name = "base64" + algorithm.replace("-", "").toLowerCase(Locale.ROOT);
            table.add(name, Shape.STRING, call -> call.of(base64(algorithm, bytes(call))), STRING);
            table.add(
                    "file" + name,
                    Shape.STRING,
                    call -> FilesystemFunctions.ofFile(call, bytes -> call.of(base64(algorithm, bytes))),
                    STRING);
        }
        table.addUnknown("uuid", Cause.IMPURE, "uuid() differs from run to run", false);
        table.addUnknown("bcrypt", Cause.IMPURE, "bcrypt() differs from run to run", true, STRING, NUMBER);
        table.add("uuidv5", Shape.STRING, HashFunctions::uuidV5, STRING, STRING);
        table.addUnknown("rsadecrypt", Cause.SECRET_REFERENCE, "rsadecrypt needs a private key", false, STRING, STRING);
    }

    private static Value uuidV5(Call call) throws FunctionException {
        String namespace = call.string(0);
        Matcher digits = UUID_TEXT.matcher(NAMESPACES.getOrDefault(namespace, namespace));
        if (!digits.matches()) {
            throw new FunctionException("uuidv5() doesn't support namespace " + namespace);
        }
        UUID space = UUID.fromString("%s-%s-%s-%s-%s"
                .formatted(digits.group(1), digits.group(2), digits.group(3), digits.group(4), digits.group(5)));
        byte[] name = call.string(1).getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(16 + name.length)
                .putLong(space.getMostSignificantBits())
                .putLong(space.getLeastSignificantBits())
                .put(name);
        ByteBuffer hash = ByteBuffer.wrap(digest("SHA-1", input.array()));
        long high = hash.getLong() & 0xffffffffffff0fffL | 0x5000L;
        long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return call.of(new UUID(high, low).toString());
    }

    private static byte[] bytes(Call call) {
        return call.string(0).getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(String algorithm, byte[] bytes) {
        return HexFormat.of().formatHex(digest(algorithm, bytes));
    }

    private static String base64(String algorithm, byte[] bytes) {
        return Base64.getEncoder().encodeToString(digest(algorithm, bytes));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
