package dev.plumbline.iac.terraform.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import dev.plumbline.iac.source.SourceFile;
import dev.plumbline.iac.terraform.syntax.Body.Attribute;
import dev.plumbline.iac.terraform.syntax.Body.Block;
import dev.plumbline.iac.terraform.syntax.Expression.BareKey;
import dev.plumbline.iac.terraform.syntax.Expression.BooleanLiteral;
import dev.plumbline.iac.terraform.syntax.Expression.NumberLiteral;
import dev.plumbline.iac.terraform.syntax.Expression.ObjectConstructor;
import dev.plumbline.iac.terraform.syntax.Expression.ObjectItem;
import dev.plumbline.iac.terraform.syntax.Expression.Template;
import dev.plumbline.iac.terraform.syntax.Expression.TemplatePart.Text;
import dev.plumbline.iac.terraform.syntax.Expression.Tuple;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An independent second reader, hcl4j, reads literal values as this one does.
 *
 * <p>It evaluates what it reads, and fetches {@code data "http"} blocks while it does: the text has no data blocks, no
 * references and no calls, and is never anything but the one below.
 */
class SecondReaderTest {
    private static final String TEXT = """
            # Literal values only.
            resource "example_server" "web" {
              name     = "web-1"
              size     = 3
              ratio    = 0.25
              enabled  = true
              disabled = false
              empty    = ""
              escaped  = "a \\"quoted\\" word"
              ports    = [80, 443]
              names    = ["a", "b", "c"]
              tags     = {
                Name = "web"
                Team = "platform"
              }
              nested   = [{ id = 1, on = true }, { id = 2, on = false }]
              network {
                cidr = "10.0.0.0/16"
              }
            }

            resource "example_disk" "data" {
              gigabytes = 100
            }
            """;

    @Test
    void bothReadTheSameValues() throws Exception {
        assertThat(TEXT).doesNotContain("data \"").doesNotContain("${").doesNotContain("(");

        Map<String, Object> theirs = new HCLParser().parse(TEXT);
        HclFile ours = HclParser.parse(new SourceFile("test.tf", TEXT));

        assertThat(ours.diagnostics()).isEmpty();
        assertThat(ours.body().blocks()).hasSize(2);
        for (Block resource : ours.body().blocks()) {
            Object other = theirs.get("resource");
            for (Body.Label label : resource.labels()) {
                other = ((Map<?, ?>) other).get(label.text());
            }
            assertThat(plain(other)).isEqualTo(body(resource.body()));
        }
    }

    private static Map<String, Object> body(Body body) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Attribute attribute : body.attributes()) {
            values.put(attribute.name(), value(attribute.value()));
        }
        for (Block block : body.blocks()) {
            values.put(block.type(), body(block.body()));
        }
        return values;
    }

    private static Object value(Expression expression) {
        if (expression instanceof NumberLiteral number) {
            return number.value().stripTrailingZeros();
        } else if (expression instanceof BooleanLiteral literal) {
            return literal.value();
        } else if (expression instanceof Template template) {
            return template.parts().isEmpty() ? "" : ((Text) template.parts().get(0)).text();
        } else if (expression instanceof Tuple tuple) {
            return tuple.elements().stream().map(SecondReaderTest::value).toList();
        } else if (expression instanceof ObjectConstructor object) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (ObjectItem item : object.items()) {
                values.put(((BareKey) item.key()).name(), value(item.value()));
            }
            return values;
        }
        throw new AssertionError(expression);
    }

    /** Their numbers are of several types. */
    private static Object plain(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        } else if (value instanceof List<?> list) {
            return list.stream().map(SecondReaderTest::plain).toList();
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((key, each) -> values.put(key.toString(), plain(each)));
            return values;
        }
        return value;
    }
}
