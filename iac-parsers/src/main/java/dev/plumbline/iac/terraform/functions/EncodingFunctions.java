package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.ANY;
import static dev.plumbline.iac.terraform.functions.Parameter.STRING;

import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.UnknownValue;
import dev.plumbline.iac.terraform.type.Type;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON, CSV, base64 and URLs; YAML is in {@link YamlEncoder} and {@link YamlDecoder}. */
final class EncodingFunctions {

    private EncodingFunctions() {}

    static void register(FunctionTable table) {
        table.add(
                "jsonencode",
                Shape.STRING,
                EncodingFunctions::jsonEncode,
                ANY.orNull().orUnknown());
        table.add("jsondecode", Shape.ANY, EncodingFunctions::jsonDecode, STRING.orUnknown());
        table.add("yamlencode", Shape.STRING, call -> call.of(YamlEncoder.encode(call.argument(0))), ANY.orNull());
        table.add("yamldecode", Shape.ANY, YamlDecoder::decode, STRING);
        table.add("csvdecode", Shape.LIST, EncodingFunctions::csvDecode, STRING);
        table.add("urlencode", Shape.STRING, call -> call.of(urlEncode(call.string(0))), STRING);
        table.add("base64encode", Shape.STRING, EncodingFunctions::base64Encode, STRING);
        table.add("base64decode", Shape.STRING, EncodingFunctions::base64Decode, STRING);
        table.add("textencodebase64", Shape.STRING, EncodingFunctions::textEncode, STRING, STRING);
        table.add("textdecodebase64", Shape.STRING, EncodingFunctions::textDecode, STRING, STRING);
        table.addUnknown(
                "base64gzip", Cause.UNSUPPORTED, "base64gzip depends on how Terraform compresses", false, STRING);
    }

    /** What is to be encoded stays visible where not all of it is known. */
    private static Value jsonEncode(Call call) {
        Value argument = call.argument(0);
        UnknownValue unknown = Function.firstUnknown(argument, true).orElse(null);
        if (unknown == null) {
            return call.of(TerraformJson.encode(argument));
        }
        UnknownValue result = call.unknownLike(unknown, Shape.STRING);
        return new UnknownValue(result.unknown().holding(argument), result.origin(), result.sensitive());
    }

    private static Value jsonDecode(Call call) throws FunctionException {
        if (call.argument(0) instanceof UnknownValue unknown) {
            Value document = unknown.unknown().document();
            return document == null ? call.unknownLike(unknown, Shape.ANY) : document;
        }
        try {
            return TerraformJson.decode(call.string(0), call.origin());
        } catch (IOException e) {
            throw new FunctionException("invalid JSON");
        }
    }

    private static String urlEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static Value base64Encode(Call call) {
        return call.of(Base64.getEncoder().encodeToString(call.string(0).getBytes(StandardCharsets.UTF_8)));
    }

    private static Value base64Decode(Call call) throws FunctionException {
        return call.of(decode(bytes(call.string(0)), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String base64) throws FunctionException {
        try {
            String packed = base64.replace("\n", "").replace("\r", "");
            if (packed.length() % 4 != 0) {
                throw new FunctionException("failed to decode base64 data");
            }
            return Base64.getDecoder().decode(packed);
        } catch (IllegalArgumentException e) {
            throw new FunctionException("failed to decode base64 data");
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws FunctionException {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new FunctionException("the result of decoding the provided string is not valid " + charset.name());
        }
    }

    private static Charset charset(String name) throws FunctionException {
        try {
            return Charset.forName(name.equalsIgnoreCase("macintosh") ? "x-MacRoman" : name);
        } catch (IllegalArgumentException e) {
            throw new FunctionException("\"%s\" is not a supported IANA encoding name".formatted(name));
        }
    }

    private static Value textEncode(Call call) throws FunctionException {
        try {
            ByteBuffer encoded = charset(call.string(1)).newEncoder().encode(CharBuffer.wrap(call.string(0)));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return call.of(Base64.getEncoder().encodeToString(bytes));
        } catch (CharacterCodingException e) {
            throw new FunctionException(
                    "the given string contains characters that cannot be represented in " + call.string(1));
        }
    }

    private static Value textDecode(Call call) throws FunctionException {
        return call.of(decode(bytes(call.string(0)), charset(call.string(1))));
    }

    private static Value csvDecode(Call call) throws FunctionException {
        List<List<String>> rows = CsvReader.read(call.string(0));
        if (rows.isEmpty()) {
            throw new FunctionException("missing header line");
        }
        List<String> header = rows.get(0);
        if (header.stream().distinct().count() < header.size()) {
            throw new FunctionException("duplicate column name");
        }
        List<Value> objects = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() != header.size()) {
                throw new FunctionException("wrong number of fields");
            }
            Map<String, Value> attributes = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                attributes.put(header.get(i), call.of(row.get(i)));
            }
            objects.add(call.objectOf(attributes));
        }
        Map<String, Type> columns = new LinkedHashMap<>();
        header.forEach(name -> columns.put(name, Type.Simple.STRING));
        return call.listOf(objects, Type.object(columns));
    }
}
