package dev.plumbline.iac.terraform.eval;

import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import java.util.Map;

/** Names that an expression itself or its surroundings bind: of {@code for}, {@code each}, {@code count}, of templates. */
public final class Bindings {
    public static final Bindings NONE = new Bindings(null, "", null);

    private final Bindings outer;
    private final String name;
    private final Result result;

    private Bindings(Bindings outer, String name, Result result) {
        this.outer = outer;
        this.name = name;
        this.result = result;
    }

    public Bindings with(String bound, Result to) {
        return new Bindings(this, bound, to);
    }

    /** One more for every member of an object. */
    public Bindings with(ObjectValue members, References references) {
        Bindings all = this;
        for (Map.Entry<String, Member> member : members.members().entrySet()) {
            all = all.with(member.getKey(), new Result(member.getValue().value(), references.part(member.getKey())));
        }
        return all;
    }

    /** What the name is bound to, or null where it is not. */
    Result find(String wanted) {
        for (Bindings at = this; at.result != null; at = at.outer) {
            if (at.name.equals(wanted)) {
                return at.result;
            }
        }
        return null;
    }
}
