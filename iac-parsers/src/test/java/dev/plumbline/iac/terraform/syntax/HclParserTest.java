package dev.plumbline.iac.terraform.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Diagnostic;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression.NumberLiteral;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class HclParserTest {

    @Test
    void readsAttributesAndBlocksWithTheirRanges() {
        HclFile file = parse("""
                count = 12
                resource "aws_vpc" main {
                  cidr = "10.0.0.0/16"
                }
                """);

        assertThat(file.diagnostics()).isEmpty();
        Attribute count = file.body().attribute("count");
        assertThat(count.value()).isEqualTo(new NumberLiteral(new BigDecimal("12"), range(1, 9, 1, 11)));
        assertThat(count.nameRange()).isEqualTo(range(1, 1, 1, 6));
        assertThat(count.range()).isEqualTo(range(1, 1, 1, 11));
        Block vpc = file.body().blocks().get(0);
        assertThat(vpc.labels()).extracting(Body.Label::text).containsExactly("aws_vpc", "main");
        assertThat(vpc.header()).isEqualTo(range(2, 1, 2, 24));
        assertThat(vpc.range()).isEqualTo(range(2, 1, 4, 2));
        assertThat(vpc.body().attribute("cidr").value().range()).isEqualTo(range(3, 10, 3, 23));
    }

    @Test
    void leavesOutABrokenItemOnly() {
        HclFile file = parse("""
                a = 1
                b = [1, 2 3]
                c = 3
                """);

        assertThat(file.body().attributes()).extracting(Attribute::name).containsExactly("a", "c");
        assertThat(file.diagnostics()).extracting(Diagnostic::summary).containsExactly("Missing item separator");
    }

    private static HclFile parse(String text) {
        return HclParser.parse(new SourceFile("test.tf", text));
    }

    private static SourceRange range(int startLine, int startColumn, int endLine, int endColumn) {
        return new SourceRange("test.tf", startLine, startColumn, endLine, endColumn);
    }
}
