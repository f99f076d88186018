package dev.plumbline.publish.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReportTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "plain|plain",
                "a,b|\"a,b\"",
                "say \"x\"|\"say \"\"x\"\"\"",
                "=1+1|'=1+1",
                "@SUM(A1)|'@SUM(A1)",
                "-2,+3|\"'-2,+3\"",
                "a=b|a=b"
            })
    void quotesWhatItMustAndWritesNoFormula(String value, String field) {
        assertThat(CsvReport.field(value)).isEqualTo(field);
    }
}
