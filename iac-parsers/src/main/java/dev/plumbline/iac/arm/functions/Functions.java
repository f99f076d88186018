package dev.plumbline.iac.arm.functions;

import dev.plumbline.iac.arm.expression.Function;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** All functions of the template language. */
public final class Functions implements Function.Table {

    public static final Functions ALL = new Functions();

    private final Map<String, Function> byName = new LinkedHashMap<>();

    private Functions() {
        Stream.of(
                        ArrayFunctions.ALL,
                        CidrFunctions.ALL,
                        ComparisonFunctions.ALL,
                        DateFunctions.ALL,
                        DeploymentFunctions.ALL,
                        LambdaFunctions.ALL,
                        LogicalFunctions.ALL,
                        NumericFunctions.ALL,
                        ObjectFunctions.ALL,
                        ResourceFunctions.ALL,
                        ScopeFunctions.ALL,
                        StringFunctions.ALL,
                        UriFunctions.ALL)
                .flatMap(List::stream)
                .forEach(function -> byName.put(function.name().toLowerCase(Locale.ROOT), function));
    }

    @Override
    public Function find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Function function = byName.get(lower);
        return function == null && lower.startsWith("list") ? ResourceFunctions.list(name) : function;
    }

    /** Every function but the {@code list*} family, which the resource providers name. */
    public Collection<Function> all() {
        return List.copyOf(byName.values());
    }
}
