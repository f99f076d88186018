package dev.plumbline.cli;

import dev.plumbline.iac.Origin;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.ListValue;
import dev.plumbline.iac.Value.Member;
import dev.plumbline.iac.Value.ObjectValue;
import dev.plumbline.iac.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where each part of a value was written: the steps from its place of use to its source. */
final class OriginTrace {
    /** Parts beyond this number are not told. */
    private static final int MAX_PARTS = 1_000;

    private final List<String> lines = new ArrayList<>();
    private int parts;

    private OriginTrace() {}

    /** Lines to print below the value. Sensitive values are masked. */
    static List<String> of(Value value) {
        OriginTrace trace = new OriginTrace();
        trace.add("", value);
        return trace.lines;
    }

    private void add(String path, Value value) {
        if (!value.sensitive()
                && value instanceof ListValue list
                && !list.elements().isEmpty()) {
            for (int i = 0; i < list.elements().size(); i++) {
                add(path + "[" + i + "]", list.elements().get(i));
            }
        } else if (!value.sensitive()
                && value instanceof ObjectValue object
                && !object.members().isEmpty()) {
            for (Map.Entry<String, Member> member : object.members().entrySet()) {
                add(path + "." + member.getKey(), member.getValue().value());
            }
        } else if (parts++ < MAX_PARTS) {
            lines.add("  %s%s".formatted(path.isEmpty() ? "" : path + " = ", ValueJson.compact(value)));
            Origin before = null;
            for (Origin step : value.origin().chain()) {
                boolean told = before != null && before.range().equals(step.range());
                before = step;
                if (told && step.label().isEmpty()) {
                    continue;
                }
                String label = step.label().isEmpty() ? "" : "  " + step.label();
                lines.add("    %s%s".formatted(step.range(), label));
            }
        }
    }
}
