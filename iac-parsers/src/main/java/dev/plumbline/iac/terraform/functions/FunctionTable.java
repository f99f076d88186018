package dev.plumbline.iac.terraform.functions;

import dev.plumbline.iac.Unknown.Cause;
import dev.plumbline.iac.Unknown.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Terraform's functions by their names. */
public final class FunctionTable {

    /** The functions of Terraform 1.11, except {@code try} and {@code can}, which the evaluator handles. */
    public static final FunctionTable TERRAFORM = new FunctionTable();

    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, String> unknown = new TreeMap<>();

    private FunctionTable() {
        NumericFunctions.register(this);
        StringFunctions.register(this);
        CollectionFunctions.register(this);
        ElementFunctions.register(this);
        SetFunctions.register(this);
        EncodingFunctions.register(this);
        FilesystemFunctions.register(this);
        DateFunctions.register(this);
        HashFunctions.register(this);
        NetworkFunctions.register(this);
        TypeFunctions.register(this);
    }

    /** The function of that name, with or without the {@code core::} that may stand before it. */
    public Optional<Function> find(String name) {
        return Optional.ofNullable(functions.get(name.startsWith("core::") ? name.substring(6) : name));
    }

    public Set<String> names() {
        return new TreeSet<>(functions.keySet());
    }

    /** Why the result of this function is unknown whatever its arguments are; empty where it is evaluated. */
    public Optional<String> whyUnknown(String name) {
        return Optional.ofNullable(unknown.get(name));
    }

    /** A function that is never evaluated; its result is a string. The last parameter may be repeated if so said. */
    void addUnknown(String name, Cause cause, String reason, boolean variadic, Parameter... parameters) {
        unknown.put(name, reason);
        Function.Body body = call -> call.unknown(cause, reason, Shape.STRING);
        if (variadic) {
            addVariadic(name, Shape.STRING, body, parameters);
        } else {
            add(name, Shape.STRING, body, parameters);
        }
    }

    void add(String name, Shape result, Function.Body body, Parameter... parameters) {
        functions.put(name, new Function(name, List.of(parameters), null, result, false, body));
    }

    /** The last parameter may be given any number of times, also none. */
    void addVariadic(String name, Shape result, Function.Body body, Parameter... parameters) {
        List<Parameter> all = List.of(parameters);
        int fixed = all.size() - 1;
        functions.put(name, new Function(name, all.subList(0, fixed), all.get(fixed), result, false, body));
    }

    /** The function passes parts of its arguments on, with their own sensitivity. */
    void addPassing(String name, Shape result, Function.Body body, Parameter... parameters) {
        functions.put(name, new Function(name, List.of(parameters), null, result, true, body));
    }

    /** As {@link #addPassing} with {@link #addVariadic}. */
    void addPassingVariadic(String name, Shape result, Function.Body body, Parameter... parameters) {
        List<Parameter> all = List.of(parameters);
        int fixed = all.size() - 1;
        functions.put(name, new Function(name, all.subList(0, fixed), all.get(fixed), result, true, body));
    }
}
