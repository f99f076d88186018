package dev.plumbline.iac.terraform.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code references} of an expression. Terraform lists each with everything that it begins with: {@code
 * aws_subnet.s[0].id}, {@code aws_subnet.s[0]}, {@code aws_subnet.s}.
 */
final class ReferenceLists {

    private ReferenceLists() {}

    /** Those that no reference just before begins with. */
    static List<String> longest(List<String> references) {
        List<String> longest = new ArrayList<>();
        for (String reference : references) {
            String last = longest.isEmpty() ? "" : longest.get(longest.size() - 1);
            boolean begins = last.startsWith(reference)
                    && (last.length() == reference.length()
                            || last.charAt(reference.length()) == '.'
                            || last.charAt(reference.length()) == '[');
            if (!begins) {
                longest.add(reference);
            }
        }
        return longest;
    }
}
