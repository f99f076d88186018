package dev.plumbline.iac.terraform.functions;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values by RFC 4180, strictly, as Go's {@code encoding/csv} does. Empty lines are skipped. */
final class CsvReader {
    private final String text;
    private int at;

    private CsvReader(String text) {
        this.text = text;
    }

    static List<List<String>> read(String text) throws FunctionException {
        CsvReader reader = new CsvReader(text.replace("\r\n", "\n"));
        List<List<String>> rows = new ArrayList<>();
        while (reader.at < reader.text.length()) {
            if (reader.text.charAt(reader.at) == '\n') {
                reader.at++;
            } else {
                rows.add(reader.row());
            }
        }
        return rows;
    }

    private List<String> row() throws FunctionException {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : bare());
            if (at >= text.length()) {
                return fields;
            }
            char end = text.charAt(at++);
            if (end == '\n') {
                return fields;
            } else if (end != ',') {
                throw new FunctionException("extraneous or missing \" in quoted-field");
            }
        }
    }

    private String bare() throws FunctionException {
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '"') {
                throw new FunctionException("bare \" in non-quoted field");
            }
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws FunctionException {
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                return field.toString();
            }
        }
        throw new FunctionException("extraneous or missing \" in quoted-field");
    }
}
