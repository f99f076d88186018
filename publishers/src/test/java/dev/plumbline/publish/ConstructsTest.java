package dev.plumbline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Dialect;
import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Resource.Existence;
import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.Value.StringValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConstructsTest {
    private static final SourceRange PLACE = SourceRange.startOf("a.json");

    @Test
    void thePathIsInTheMetadata() {
        assertThat(Constructs.path(resource(text("Shop/Bucket/Resource")))).isEqualTo("Shop/Bucket/Resource");
        assertThat(Constructs.path(resource(text("Shop/Secret").asSensitive()))).isEmpty();
        assertThat(Constructs.path(resource(object("other", text("x"))))).isEmpty();
    }

    private static Resource resource(Value path) {
        ObjectValue attributes = object("AWS::CloudFormation", object("Metadata", object("aws:cdk:path", path)));
        return new Resource(
                "Bucket1234",
                "AWS::S3::Bucket",
                "Bucket1234",
                Resource.Mode.MANAGED,
                Dialect.CLOUDFORMATION,
                "",
                attributes,
                PLACE,
                PLACE,
                List.of(),
                Existence.CERTAIN);
    }

    private static ObjectValue object(String name, Value value) {
        return new ObjectValue(Map.of(name, new Member(PLACE, value)), Origin.at(PLACE));
    }

    private static StringValue text(String text) {
        return new StringValue(text, Origin.at(PLACE));
    }
}
