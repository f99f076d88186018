package dev.plumbline.iac.arm.functions;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/** Date formats of .NET in its invariant culture, which the template language borrows. */
final class DotNetDates {

    /** What a time may be written as. */
    static final List<DateTimeFormatter> READABLE = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            withDefaults("yyyyMMdd'T'HHmmssX"),
            withDefaults("yyyy-MM-dd HH:mm:ssX"),
            withDefaults("yyyy-MM-dd'T'HH:mm:ss"),
            withDefaults("yyyy-MM-dd"));

    private static final String LONG_DATE = "dddd, dd MMMM yyyy";

    private DotNetDates() {}

    private static DateTimeFormatter withDefaults(String pattern) {
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                .toFormatter(Locale.ROOT);
    }

    /** What {@code dateTimeAdd} returns without a format. */
    static String general(OffsetDateTime time) {
        return custom(time, "M/d/yyyy h:mm:ss tt");
    }

    /** @return null where the format is not one that is known here */
    static String format(OffsetDateTime time, String format) {
        String custom =
                switch (format) {
                    case "d" -> "MM/dd/yyyy";
                    case "D" -> LONG_DATE;
                    case "f" -> LONG_DATE + " HH:mm";
                    case "F", "U" -> LONG_DATE + " HH:mm:ss";
                    case "g" -> "MM/dd/yyyy HH:mm";
                    case "G" -> "MM/dd/yyyy HH:mm:ss";
                    case "m", "M" -> "MMMM dd";
                    case "t" -> "HH:mm";
                    case "T" -> "HH:mm:ss";
                    case "y", "Y" -> "yyyy MMMM";
                    case "s" -> "yyyy-MM-ddTHH:mm:ss";
                    case "u" -> "yyyy-MM-dd HH:mm:ssZ";
                    case "r", "R" -> "ddd, dd MMM yyyy HH:mm:ss GMT";
                    case "o", "O" -> "yyyy-MM-ddTHH:mm:ss.fffffffK";
                    default -> format.length() == 1 ? null : format;
                };
        boolean universal = format.equalsIgnoreCase("u") || format.equalsIgnoreCase("r");
        return custom == null ? null : custom(universal ? time.withOffsetSameInstant(ZoneOffset.UTC) : time, custom);
    }

    private static String custom(OffsetDateTime time, String format) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); ) {
            char c = format.charAt(i);
            int end = i + 1;
            if (c == '\'' || c == '"') {
                end = format.indexOf(c, i + 1);
                if (end < 0) {
                    return null;
                }
                text.append(format, i + 1, end++);
            } else if (c == '%') {
                // What follows is a custom format, be it a single letter.
            } else if (c == '\\' && end < format.length()) {
                text.append(format.charAt(end++));
            } else {
                while (end < format.length() && format.charAt(end) == c) {
                    end++;
                }
                String part = part(time, c, end - i);
                if (part == null && Character.isLetter(c) && "TZGM".indexOf(c) < 0) {
                    return null;
                }
                text.append(part == null ? format.substring(i, end) : part);
            }
            i = end;
        }
        return text.toString();
    }

    /** What a run of a letter stands for, or null where it stands for itself. */
    private static String part(TemporalAccessor time, char letter, int length) {
        return switch (letter) {
            case 'y' ->
                length == 2 ? padded(time.get(ChronoField.YEAR) % 100, 2) : padded(time.get(ChronoField.YEAR), length);
            case 'M' -> length < 3 ? padded(time.get(ChronoField.MONTH_OF_YEAR), length) : name(time, "MMM", length);
            case 'd' -> length < 3 ? padded(time.get(ChronoField.DAY_OF_MONTH), length) : name(time, "EEE", length);
            case 'H' -> padded(time.get(ChronoField.HOUR_OF_DAY), Math.min(length, 2));
            case 'h' -> padded(time.get(ChronoField.CLOCK_HOUR_OF_AMPM), Math.min(length, 2));
            case 'm' -> padded(time.get(ChronoField.MINUTE_OF_HOUR), Math.min(length, 2));
            case 's' -> padded(time.get(ChronoField.SECOND_OF_MINUTE), Math.min(length, 2));
            case 'f' ->
                length > 7
                        ? null
                        : padded(time.get(ChronoField.NANO_OF_SECOND), 9).substring(0, length);
            case 't' -> (time.get(ChronoField.AMPM_OF_DAY) == 0 ? "AM" : "PM").substring(0, Math.min(length, 2));
            case 'K' -> DateTimeFormatter.ofPattern("XXX", Locale.ROOT).format(time);
            case 'z' ->
                DateTimeFormatter.ofPattern(length < 3 ? "x" : "xxx", Locale.ROOT)
                        .format(time);
            default -> null;
        };
    }

    private static String name(TemporalAccessor time, String pattern, int length) {
        TextStyle style = length == 3 ? TextStyle.SHORT : TextStyle.FULL;
        ChronoField field = pattern.startsWith("M") ? ChronoField.MONTH_OF_YEAR : ChronoField.DAY_OF_WEEK;
        return new DateTimeFormatterBuilder()
                .appendText(field, style)
                .toFormatter(Locale.ENGLISH)
                .format(time);
    }

    private static String padded(int value, int length) {
        String digits = Integer.toString(value);
        return "0".repeat(Math.max(0, Math.min(length, 9) - digits.length())) + digits;
    }
}
