package dev.plumbline.iac.cloudformation.sam;

import dev.plumbline.iac.SourceRange;
import dev.plumbline.iac.tree.Node;
import dev.plumbline.iac.tree.Node.Mapping;
import dev.plumbline.iac.tree.Node.Member;
import dev.plumbline.iac.tree.Node.Scalar;
import dev.plumbline.iac.tree.Node.Sequence;
import java.util.Arrays;
import java.util.List;

/**
 * Makes nodes that nobody wrote.
 *
 * @param place the text that they are made from
 */
record Made(SourceRange place) {
    Scalar text(String text) {
        return new Scalar(text, Scalar.Kind.STRING, "", place);
    }

    Scalar bool(boolean value) {
        return new Scalar(String.valueOf(value), Scalar.Kind.BOOLEAN, "", place);
    }

    Sequence list(Node... items) {
        return list(Arrays.asList(items));
    }

    Sequence list(List<Node> items) {
        return new Sequence(items, "", place);
    }

    Sequence texts(String... items) {
        return list(Arrays.stream(items).<Node>map(this::text).toList());
    }

    Member member(String name, Node value) {
        return new Member(name, place, value);
    }

    Mapping object(Member... members) {
        return object(Arrays.asList(members));
    }

    Mapping object(List<Member> members) {
        return new Mapping(members, "", place);
    }

    Mapping object(String name, Node value) {
        return object(member(name, value));
    }

    Mapping ref(String logicalId) {
        return object("Ref", text(logicalId));
    }

    Mapping attribute(String logicalId, String attribute) {
        return object("Fn::GetAtt", texts(logicalId, attribute));
    }

    Mapping sub(String text) {
        return object("Fn::Sub", text(text));
    }

    /** {@code Fn::Sub} with a variable of its own. */
    Mapping sub(String text, String variable, Node value) {
        return object("Fn::Sub", list(text(text), object(variable, value)));
    }

    /** What is known only to those who package or translate the template. */
    Mapping unknown() {
        return object("Fn::Transform", object("Name", text("AWS::Serverless")));
    }

    /** A policy document of one statement that allows something. */
    Mapping allow(Node actions, Node resources) {
        return policy(
                object(member("Effect", text("Allow")), member("Action", actions), member("Resource", resources)));
    }

    /** What lets a service take a role. */
    Mapping trust(String service) {
        return policy(object(
                member("Effect", text("Allow")),
                member("Action", texts("sts:AssumeRole")),
                member("Principal", object("Service", texts(service)))));
    }

    private Mapping policy(Node statement) {
        return object(member("Version", text("2012-10-17")), member("Statement", list(statement)));
    }
}
