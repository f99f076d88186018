package dev.plumbline.publish.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;

/**
 * How JSON reports are written: indented, line feeds on every platform, everything but printable ASCII escaped. So no
 * terminal obeys what a scanned file says, and a lone surrogate is no error.
 */
public final class JsonOutput {
    private static final int LAST_PRINTABLE = 0x7E;

    private JsonOutput() {}

    /** A generator that leaves the stream open, and ends with a line feed by {@link #end}. */
    public static JsonGenerator on(OutputStream out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withArrayIndenter(indenter)
                .withObjectIndenter(indenter);
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setHighestNonEscapedChar(LAST_PRINTABLE);
        json.setPrettyPrinter(printer);
        return json;
    }

    public static void end(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.close();
    }

    /** Writes a field only where there is something to say. */
    public static void unlessEmpty(JsonGenerator json, String field, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(field, value);
        }
    }

    public static void strings(JsonGenerator json, String field, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
