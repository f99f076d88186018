package dev.plumbline.cli;

import dev.plumbline.rules.exemption.ExemptionOptions;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which exemptions in the source are honoured. */
final class ExemptionSwitches {
    @Option(
            names = "--no-foreign-exemptions",
            description = "Do not honour what is written for other scanners: checkov:skip, tfsec:ignore, trivy:ignore,"
                    + " kics-scan, and the metadata of Checkov, cfn_nag and cfn-lint.")
    private Boolean notForeign;

    @Option(
            names = "--today",
            paramLabel = "DATE",
            converter = Day.class,
            description =
                    "The day, as 2027-01-31, by which exemptions expire and versions are out of support; by default"
                            + " that of the system.")
    private LocalDate today;

    /** Whether what is written for other scanners counts, or null where no option says. */
    Boolean foreign() {
        return notForeign == null ? null : !notForeign;
    }

    ExemptionOptions options(boolean foreign) {
        LocalDate day = today == null ? ExemptionOptions.ofToday().today() : today;
        return new ExemptionOptions(day, foreign);
    }

    /** A day as ISO 8601 has it. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "' is not a day like 2027-01-31");
            }
        }
    }
}
