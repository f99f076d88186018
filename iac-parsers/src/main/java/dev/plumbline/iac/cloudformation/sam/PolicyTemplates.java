package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM's policy templates: policies by name, with parameters ({@code S3ReadPolicy: {BucketName: …}}). */
final class PolicyTemplates {
    private static final Map<String, List<Statement>> TEMPLATES = read();

    private record Statement(List<String> actions, List<String> resources) {}

    private PolicyTemplates() {}

    /** The policy document that a template stands for; what one that we do not know allows is unknown. */
    static Mapping document(Member written) {
        Made made = new Made(written.keyRange());
        List<Statement> template = TEMPLATES.get(written.key());
        Node statements = template == null
                ? made.unknown()
                : made.list(template.stream()
                        .<Node>map(statement -> statement(statement, made, written.value()))
                        .toList());
        return made.object(made.member("Version", made.text("2012-10-17")), made.member("Statement", statements));
    }

    private static Node statement(Statement statement, Made made, Node parameters) {
        return made.object(
                made.member("Effect", made.text("Allow")),
                made.member("Action", made.texts(statement.actions.toArray(new String[0]))),
                made.member(
                        "Resource",
                        made.list(statement.resources.stream()
                                .map(resource -> resource(resource, made, parameters))
                                .toList())));
    }

    private static Node resource(String pattern, Made made, Node parameters) {
        if (pattern.equals("*")) {
            return made.text(pattern);
        } else if (pattern.startsWith("=")) {
            Node given = Written.get(parameters, pattern.substring(1));
            return given == null ? made.unknown() : given;
        }
        int slash = pattern.indexOf('/');
        String arn = "arn:${AWS::Partition}:"
                + (pattern.startsWith("s3:")
                        ? pattern
                        : pattern.substring(0, slash) + ":${AWS::Region}:${AWS::AccountId}:"
                                + pattern.substring(slash + 1));
        List<Member> variables = Written.members(parameters);
        return variables.isEmpty()
                ? made.sub(arn)
                : made.object("Fn::Sub", made.list(made.text(arn), made.object(variables)));
    }

    private static Map<String, List<Statement>> read() {
        Map<String, List<Statement>> templates = new LinkedHashMap<>();
        try (InputStream in = PolicyTemplates.class.getResourceAsStream("policy-templates.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .forEach(parts -> templates
                            .computeIfAbsent(parts[0], name -> new ArrayList<>())
                            .add(new Statement(words(parts[1]), words(parts[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return templates;
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }
}
