package dev.plumbline.cli;

import dev.plumbline.publish.ReportFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code FORMAT[=FILE]}: a report that was asked for.
 *
 * @param file as written, or null for standard output
 */
record ReportOption(ReportFormat format, Path file) {

    boolean toStandardOutput() {
        return file == null;
    }

    static String formats() {
        return Arrays.stream(ReportFormat.values()).map(ReportFormat::id).collect(Collectors.joining(", "));
    }

    static final class Converter implements ITypeConverter<ReportOption> {
        @Override
        public ReportOption convert(String text) {
            int equals = text.indexOf('=');
            String id = equals < 0 ? text : text.substring(0, equals);
            ReportFormat format = ReportFormat.of(id)
                    .orElseThrow(() -> new TypeConversionException("no format '" + id + "', only " + formats()));
            if (equals < 0) {
                return new ReportOption(format, null);
            }
            if (equals == text.length() - 1) {
                throw new TypeConversionException("a file name is missing after '" + text + "'");
            }
            try {
                return new ReportOption(format, Path.of(text.substring(equals + 1)));
            } catch (InvalidPathException e) {
                throw new TypeConversionException("not a file name: " + e.getInput());
            }
        }
    }
}
