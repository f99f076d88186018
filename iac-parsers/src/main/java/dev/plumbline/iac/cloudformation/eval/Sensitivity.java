package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.ObjectValue;

/** Whether a value must not be printed, or something in it. */
final class Sensitivity {
    private Sensitivity() {}

    static boolean isIn(Value value) {
        if (value.sensitive()) {
            return true;
        } else if (value instanceof ListValue list) {
            return list.elements().stream().anyMatch(Sensitivity::isIn);
        }
        return value instanceof ObjectValue object
                && object.members().values().stream().anyMatch(member -> isIn(member.value()));
    }
}
