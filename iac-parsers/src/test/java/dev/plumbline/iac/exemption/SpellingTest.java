package dev.plumbline.iac.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final List<String> NAMES = List.of("aws-s3-public-read", "aws-s3-public-write", "until");

    @Test
    void findsTheNearest() {
        assertThat(Spelling.nearest("aws-s3-publik-read", NAMES)).contains("aws-s3-public-read");
        assertThat(Spelling.nearest("AWS-S3-PUBLIC-WRIT", NAMES)).contains("aws-s3-public-write");
        assertThat(Spelling.hint("xyzil", NAMES)).isEmpty();
        assertThat(Spelling.hint("utnil", NAMES)).isEqualTo(" Did you mean until?");
        assertThat(Spelling.hint("unti", NAMES)).isEqualTo(" Did you mean until?");
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        assertThat(Spelling.nearest("azure-sql-auditing", NAMES)).isEmpty();
        assertThat(Spelling.nearest("", NAMES)).isEmpty();
        assertThat(Spelling.nearest("x".repeat(1_000_000), NAMES)).isEmpty();
    }
}
