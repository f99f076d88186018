package dev.plumbline.iac.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.tree.Node.Scalar.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads JSON. Jackson says what the tokens are and where they start; where they end, and the comments between them,
 * are read from the text.
 */
final class JsonReader {

    /** Our own limits count, see {@link TreeReader}; a number longer than any that means something is an error. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(1000)
                    .build())
            .build();

    private final SourceFile file;
    private final String text;
    private final TreeBuilder builder;

    /** Up to where the text has been accounted for. */
    private int cursor;

    /** The start of the last string that goes over several lines; -1 where the last token is none. */
    private int multiLineString = -1;

    JsonReader(SourceFile file) {
        this.file = file;
        this.text = file.text();
        this.builder = new TreeBuilder(file);
    }

    Document read() {
        try (JsonParser parser = FACTORY.createParser(text.toCharArray())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (builder.complete()) {
                    builder.error("json-syntax", "Text after the end of the document", "", at(start(parser)));
                    return builder.finish();
                }
                token(parser, token);
            }
            gap(text.length());
        } catch (JsonProcessingException e) {
            syntaxError(e);
        } catch (TreeBuilder.LimitExceeded e) {
            builder.error("document-limit", "Document is not read to its end", e.getMessage(), at(cursor));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return builder.finish();
    }

    private void token(JsonParser parser, JsonToken token) throws IOException {
        int start = start(parser);
        boolean afterComma = gap(start);
        switch (token) {
            case START_OBJECT -> {
                cursor = start + 1;
                builder.startMapping(start, "", null);
            }
            case START_ARRAY -> {
                cursor = start + 1;
                builder.startSequence(start, "", null);
            }
            case END_OBJECT, END_ARRAY -> {
                if (afterComma) {
                    builder.warning(
                            "json-trailing-comma",
                            "Comma after the last item",
                            "Strict readers of JSON reject it. Remove it.",
                            at(start));
                }
                cursor = start + 1;
                builder.end(cursor);
            }
            case FIELD_NAME -> {
                cursor = endOfString(start);
                builder.key(parser.currentName(), start, cursor, false);
            }
            case VALUE_STRING -> {
                String value = parser.getText();
                cursor = endOfString(start);
                builder.scalar(value, Kind.STRING, "", null, start, cursor);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> plain(parser, start, Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> plain(parser, start, Kind.BOOLEAN);
            case VALUE_NULL -> plain(parser, start, Kind.NULL);
            default -> throw new IllegalStateException("not a token of JSON text: " + token);
        }
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private void plain(JsonParser parser, int start, Kind kind) throws IOException {
        String written = parser.getText();
        cursor = start + written.length();
        builder.scalar(written, kind, "", null, start, cursor);
    }

    /** The offset after the quote that closes the string which starts at this one. */
    private int endOfString(int start) {
        boolean lines = false;
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            lines |= text.charAt(i) == '\n';
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        multiLineString = lines ? start : -1;
        return Math.min(i + 1, text.length());
    }

    /**
     * Reads what is between two tokens, up to {@code end}: white space, punctuation and comments.
     *
     * @return whether there is a comma in it
     */
    private boolean gap(int end) {
        boolean comma = false;
        int i = cursor;
        while (i < end) {
            if (text.startsWith("//", i)) {
                int eol = text.indexOf('\n', i);
                int stop = eol < 0 ? text.length() : eol > i && text.charAt(eol - 1) == '\r' ? eol - 1 : eol;
                builder.comment(text.substring(i + 2, stop), i, stop);
                i = stop;
            } else if (text.startsWith("/*", i)) {
                int close = text.indexOf("*/", i + 2);
                int stop = close < 0 ? text.length() : close + 2;
                builder.comment(text.substring(i + 2, close < 0 ? stop : close), i, stop);
                i = stop;
            } else {
                comma |= text.charAt(i) == ',';
                i++;
            }
        }
        cursor = Math.max(cursor, i);
        return comma;
    }

    private void syntaxError(JsonProcessingException e) {
        int offset = e.getLocation() == null ? cursor : (int) e.getLocation().getCharOffset();
        offset = Math.max(0, Math.min(offset, text.length()));
        if (multiLineString >= 0
                && text.substring(cursor, Math.max(cursor, offset)).isBlank()) {
            // Whatever follows a string over several lines is rejected: most likely its closing quote was forgotten.
            builder.error(
                    "json-syntax",
                    "String is not closed",
                    "A closing quote is missing on this line, or further down.",
                    at(multiLineString));
        } else {
            builder.error("json-syntax", "Invalid JSON", e.getOriginalMessage() + ".", at(offset));
        }
    }

    private SourceRange at(int offset) {
        int start = Math.min(offset, text.length());
        return file.range(start, start < text.length() && text.charAt(start) >= ' ' ? start + 1 : start);
    }
}
