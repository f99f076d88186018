package dev.plumbline.rules.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.iac.Edge;
import dev.plumbline.iac.Resource;
import dev.plumbline.iac.ResourceGraph;
import dev.plumbline.rules.TestValues;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkIndexTest {
    private static final Resource A = TestValues.resource("t.a", "t", "bucket: a");
    private static final Resource B = TestValues.resource("t.b", "t", "bucket: !unknown why");
    private static final Resource C = TestValues.resource("t.c", "t", "bucket: c");
    private static final List<Resource> CANDIDATES = List.of(
            TestValues.resource("p.reference", "p", "bucket: !set later"),
            TestValues.resource("p.hop", "p", "bucket: !set later"),
            TestValues.resource("p.hop-to-name", "p", "bucket: !set later"),
            TestValues.resource("p.name", "p", "bucket: c"),
            TestValues.resource("p.other", "p", "bucket: x"),
            TestValues.resource("p.unknown", "p", "bucket: !unknown why"),
            TestValues.resource("p.none", "p", "{}"));
    private static final ResourceGraph GRAPH = graph();

    private static ResourceGraph graph() {
        List<Resource> resources = new ArrayList<>(CANDIDATES);
        resources.addAll(List.of(
                A,
                B,
                C,
                TestValues.resource("q.reference", "q", "bucket: !set later"),
                TestValues.resource("q.name", "q", "bucket: c")));
        return new ResourceGraph(
                resources,
                List.of(
                        new Edge("p.reference", "bucket", "t.a", "id", Edge.Kind.REFERENCE),
                        new Edge("p.hop", "bucket", "q.reference", "bucket", Edge.Kind.REFERENCE),
                        new Edge("q.reference", "bucket", "t.a", "id", Edge.Kind.REFERENCE),
                        new Edge("p.hop-to-name", "bucket", "q.name", "bucket", Edge.Kind.REFERENCE),
                        new Edge("p.other", "bucket", "t.a", "", Edge.Kind.ORDER)));
    }

    private static List<String> of(Resource to, String path) {
        return new LinkIndex(GRAPH, CANDIDATES, path)
                .of(to).stream().map(Resource::address).toList();
    }

    @Test
    void thoseThatReferToItOrHaveItsNameOrMayComeIntoQuestion() {
        assertThat(of(A, "bucket")).containsExactly("p.reference", "p.hop", "p.unknown");
        assertThat(of(C, "bucket")).containsExactly("p.hop-to-name", "p.name", "p.unknown");
    }

    @Test
    void everyNameMayBeThatOfAResourceWhoseOwnIsNotKnown() {
        assertThat(of(B, "bucket")).containsExactly("p.hop-to-name", "p.name", "p.other", "p.unknown");
    }

    @Test
    void noneThatIsTiedIsLeftOut() {
        for (Resource to : List.of(A, B, C)) {
            Links links = new Links(GRAPH, to);
            for (String path : List.of("bucket", "")) {
                assertThat(of(to, path))
                        .as(to.address() + " " + path)
                        .containsAll(CANDIDATES.stream()
                                .filter(each ->
                                        !(path.isEmpty() ? links.any(each) : links.at(each, path)).equals(false))
                                .map(Resource::address)
                                .toList());
            }
        }
    }
}
