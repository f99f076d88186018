package dev.plumbline.iac.arm.functions;

import static dev.plumbline.iac.arm.expression.Function.lazy;
import static dev.plumbline.iac.arm.expression.Function.whole;

import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.arm.expression.Function;
import dev.plumbline.iac.arm.expression.Invocation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Functions over points in time. */
final class DateFunctions {
    static final List<Function> ALL = List.of(
            whole("dateTimeAdd", 2, 3, Shape.STRING, DateFunctions::add),
            whole("dateTimeFromEpoch", 1, 1, Shape.STRING, DateFunctions::fromEpoch),
            whole("dateTimeToEpoch", 1, 1, Shape.NUMBER, in -> in.result(time(in).toEpochSecond())),
            lazy(
                    "utcNow",
                    0,
                    1,
                    Shape.STRING,
                    in -> in.unknown(Cause.IMPURE, "utcNow() is the time of the deployment")));

    private DateFunctions() {}

    private static OffsetDateTime time(Invocation in) {
        String text = in.string(0).strip();
        for (DateTimeFormatter format : DotNetDates.READABLE) {
            try {
                return OffsetDateTime.parse(text, format);
            } catch (DateTimeParseException e) {
                // another format may fit
            }
        }
        throw in.failure(Cause.UNSUPPORTED, "'" + in.string(0) + "' is not a time in ISO 8601");
    }

    private static Value add(Invocation in) {
        OffsetDateTime base = time(in);
        if (in.count() < 3 && !base.getOffset().equals(ZoneOffset.UTC)) {
            return in.unknown(Cause.UNSUPPORTED, "dateTimeAdd() without a format is evaluated for times in UTC alone");
        }
        try {
            OffsetDateTime time = plus(base, in.string(1).strip());
            String formatted = in.count() < 3 ? DotNetDates.general(time) : DotNetDates.format(time, in.string(2));
            return formatted == null
                    ? in.unknown(Cause.UNSUPPORTED, "the date format '" + in.string(2) + "' is not evaluated")
                    : in.result(formatted);
        } catch (DateTimeException | ArithmeticException e) {
            throw in.failure(1, "'" + in.string(1) + "' is not a duration in ISO 8601 that can be added");
        }
    }

    /** {@code [-]PnYnMnDTnHnMnS}: years to days by the calendar, the rest by the clock. */
    private static OffsetDateTime plus(OffsetDateTime base, String duration) {
        boolean negative = duration.startsWith("-");
        String text = negative ? duration.substring(1) : duration;
        int clock = text.indexOf('T');
        String days = clock < 0 ? text : text.substring(0, clock);
        Period period = days.equals("P") && clock >= 0 ? Period.ZERO : Period.parse(days);
        Duration time = clock < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(clock));
        return negative ? base.minus(period).minus(time) : base.plus(period).plus(time);
    }

    private static Value fromEpoch(Invocation in) {
        try {
            return in.result(DotNetDates.format(
                    Instant.ofEpochSecond(in.integer(0)).atOffset(ZoneOffset.UTC), "yyyy-MM-ddTHH:mm:ssZ"));
        } catch (DateTimeException e) {
            throw in.failure(in.integer(0) + " seconds is not a time that can be written");
        }
    }
}
