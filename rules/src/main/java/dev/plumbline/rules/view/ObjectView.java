package dev.plumbline.rules.view;

import dev.plumbline.iac.Resource;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.NullValue;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.rules.expression.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An object as conditions see it: a resource, a nested block, a property object. A member that is null is as if it were
 * not there.
 *
 * @param owner the resource that holds it; null for an object that was made of text, such as a policy document
 * @param path where in the resource, with indices: {@code ingress[0]}; empty for the resource itself
 */
public record ObjectView(Resource owner, String path, ObjectValue value) implements Struct {
    public ObjectView {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public Object member(String name) {
        Value member = value.get(name);
        if (member == null || member instanceof NullValue) {
            return null;
        }
        return Views.of(owner, Views.hasPath(member) ? Path.append(path, name) : "", member);
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Member> member : value.members().entrySet()) {
            if (!(member.getValue().value() instanceof NullValue)) {
                names.add(member.getKey());
            }
        }
        return names;
    }

    /** Whether this is a whole resource. */
    public boolean isResource() {
        return owner != null && path.isEmpty();
    }
}
