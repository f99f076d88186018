package dev.plumbline.iac.terraform.functions;

import static dev.plumbline.iac.terraform.functions.Parameter.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/** Timestamps by RFC 3339 and durations in Go's notation. */
final class DateFunctions {
    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern DURATION_PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
    private static final Map<String, Long> NANOSECONDS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "µs",
            1_000L,
            "μs",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);

    private DateFunctions() {}

    static void register(FunctionTable table) {
        table.addUnknown("timestamp", Cause.IMPURE, "timestamp() differs from run to run", false);
        table.addUnknown("plantimestamp", Cause.IMPURE, "plantimestamp() differs from run to run", false);
        table.add("timeadd", Shape.STRING, DateFunctions::timeAdd, STRING, STRING);
        table.add("timecmp", Shape.NUMBER, DateFunctions::timeCompare, STRING, STRING);
        table.add("formatdate", Shape.STRING, DateFunctions::formatDate, STRING, STRING);
    }

    private static OffsetDateTime time(String text) throws FunctionException {
        if (TIMESTAMP.matches(text)) {
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                throw new FunctionException("not a valid RFC3339 timestamp: " + text);
            }
        }
        throw new FunctionException("not a valid RFC3339 timestamp: " + text);
    }

    private static Value timeAdd(Call call) throws FunctionException {
        OffsetDateTime time = time(call.string(0)).plusNanos(duration(call.string(1)));
        String zone = time.getOffset().equals(ZoneOffset.UTC) ? "'Z'" : "xxx";
        return call.of(time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss" + zone, Locale.ROOT)));
    }

    /** In nanoseconds. */
    private static long duration(String text) throws FunctionException {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return 0;
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher part = DURATION_PART.matcher(rest);
        int at = 0;
        while (at < rest.length() && rest.length() < 100 && part.find(at) && part.start() == at) {
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOSECONDS.get(part.group(2)))));
            at = part.end();
        }
        if (rest.isEmpty() || at < rest.length() || sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new FunctionException("invalid duration \"%s\"".formatted(text));
        }
        return negative ? -sum.longValue() : sum.longValue();
    }

    private static Value timeCompare(Call call) throws FunctionException {
        return call.of(Integer.signum(
                time(call.string(0)).toInstant().compareTo(time(call.string(1)).toInstant())));
    }

    private static Value formatDate(Call call) throws FunctionException {
        String format = call.string(0);
        OffsetDateTime time = time(call.string(1));
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at);
            int end = at + 1;
            if (format.startsWith("''", at)) {
                result.append('\'');
                at += 2;
                continue;
            } else if (c == '\'') {
                at = literal(format, end, result);
                continue;
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            while (letter && end < format.length() && format.charAt(end) == c) {
                end++;
            }
            result.append(letter ? verb(format.substring(at, end), time) : String.valueOf(c));
            at = end;
        }
        return call.of(result.toString());
    }

    /** A quoted stretch; two quotes in it stand for one. Returns where it ends. */
    private static int literal(String format, int start, StringBuilder result) throws FunctionException {
        for (int i = start; i < format.length(); i++) {
            if (format.charAt(i) != '\'') {
                result.append(format.charAt(i));
            } else if (i + 1 < format.length() && format.charAt(i + 1) == '\'') {
                result.append('\'');
                i++;
            } else {
                return i + 1;
            }
        }
        throw new FunctionException("unterminated literal '");
    }

    private static String verb(String verb, OffsetDateTime time) throws FunctionException {
        int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return switch (verb) {
            case "YYYY" -> "%04d".formatted(time.getYear());
            case "YY" -> "%02d".formatted(time.getYear() % 100);
            case "MMMM" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "MMM" -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case "MM" -> "%02d".formatted(time.getMonthValue());
            case "M" -> Integer.toString(time.getMonthValue());
            case "DD" -> "%02d".formatted(time.getDayOfMonth());
            case "D" -> Integer.toString(time.getDayOfMonth());
            case "EEEE" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "EEE" -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case "hh" -> "%02d".formatted(time.getHour());
            case "h" -> Integer.toString(time.getHour());
            case "HH" -> "%02d".formatted(hour12);
            case "H" -> Integer.toString(hour12);
            case "AA" -> time.getHour() < 12 ? "AM" : "PM";
            case "aa" -> time.getHour() < 12 ? "am" : "pm";
            case "mm" -> "%02d".formatted(time.getMinute());
            case "m" -> Integer.toString(time.getMinute());
            case "ss" -> "%02d".formatted(time.getSecond());
            case "s" -> Integer.toString(time.getSecond());
            case "Z" -> zone(time, true, true);
            case "ZZZ" -> zone(time, false, true).equals("+0000") ? "UTC" : zone(time, false, false);
            case "ZZZZ" -> zone(time, false, false);
            case "ZZZZZ" -> zone(time, true, false);
            default -> throw new FunctionException("invalid date format verb \"%s\"".formatted(verb));
        };
    }

    private static String zone(OffsetDateTime time, boolean colon, boolean zulu) {
        if (zulu && colon && time.getOffset().equals(ZoneOffset.UTC)) {
            return "Z";
        }
        return time.format(DateTimeFormatter.ofPattern(colon ? "xxx" : "xx", Locale.ROOT));
    }
}
