package dev.plumbline.iac.cloudformation.eval;

import dev.plumbline.iac.Value;
import java.util.List;

/** A value that one stack hands to another, with the resources that are mentioned on the way to it. */
public record Noted(Value value, List<Mention> mentions) {
    public Noted {
        mentions = List.copyOf(mentions);
    }
}
