package dev.plumbline.iac;

import dev.plumbline.iac.Value.ObjectValue;
import java.util.Objects;

/**
 * A module that is called and whose files are not there. What it declares is not known, but what it is given is: it may
 * configure the resources among that. The edges from its address say which they are.
 *
 * @param address what its language calls it: {@code module.logs["a"]}
 * @param arguments what it is given, evaluated
 * @param header the line that opens the call
 */
public record UnseenModule(String address, ObjectValue arguments, SourceRange header) {

    public UnseenModule {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(arguments, "arguments");
        Objects.requireNonNull(header, "header");
    }
}
