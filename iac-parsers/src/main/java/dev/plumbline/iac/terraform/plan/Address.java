package dev.plumbline.iac.terraform.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * An address or reference as Terraform writes it, taken apart at its dots: {@code module.net["a.b"].aws_subnet.s[0].id}.
 */
record Address(List<Step> steps) {

    /** @param key what stands in brackets after the name, quotes included; empty where nothing does */
    record Step(String name, String key) {
        String text() {
            return key.isEmpty() ? name : name + "[" + key + "]";
        }
    }

    Address {
        steps = List.copyOf(steps);
    }

    /** Takes any text: brackets that are not closed reach to the end. */
    static Address parse(String text) {
        List<Step> steps = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        String key = "";
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '[') {
                int end = closing(text, i + 1);
                key = text.substring(i + 1, end);
                i = end + 1;
            } else if (c == '.') {
                steps.add(new Step(name.toString(), key));
                name.setLength(0);
                key = "";
                i++;
            } else {
                name.append(c);
                i++;
            }
        }
        steps.add(new Step(name.toString(), key));
        return new Address(steps);
    }

    private static int closing(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ']' && !quoted) {
                return i;
            }
        }
        return text.length();
    }

    Step step(int index) {
        return index < steps.size() ? steps.get(index) : new Step("", "");
    }

    /** How many steps name a resource: {@code type.name}, {@code data.type.name}. */
    int resourceSteps() {
        return step(0).name().equals("data") ? 3 : 2;
    }

    /** The steps from one to another, keys and all. */
    String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps.subList(Math.min(from, steps.size()), Math.min(to, steps.size()))) {
            text.append(text.isEmpty() ? "" : ".").append(step.text());
        }
        return text.toString();
    }

    /** The steps from one to another without keys: what the configuration calls all instances. */
    String names(int from, int to) {
        return String.join(
                ".",
                steps.subList(Math.min(from, steps.size()), Math.min(to, steps.size())).stream()
                        .map(Step::name)
                        .toList());
    }

    /** The whole without keys. */
    String names() {
        return names(0, steps.size());
    }
}
