package dev.plumbline.rules.compile;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.plumbline.rules.expression.Function;
import java.util.ArrayList;
import java.util.List;

/** Declares functions to CEL's type checker, out of {@link Function#overloads()}. */
final class Signature {
    private Signature() {}

    static CelFunctionDecl declare(Function function) {
        List<CelOverloadDecl> overloads = new ArrayList<>();
        for (String text : function.overloads()) {
            overloads.add(overload(function.name().replace('.', '_') + "_" + overloads.size(), text));
        }
        return CelFunctionDecl.newFunctionDeclaration(function.name(), overloads);
    }

    private static CelOverloadDecl overload(String id, String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf("):");
        CelType result = type(text.substring(close + 2));
        List<CelType> parameters = new ArrayList<>();
        if (open > 0) {
            parameters.add(type(text.substring(0, open - 1)));
        }
        for (String parameter : text.substring(open + 1, close).split(",")) {
            if (!parameter.isBlank()) {
                parameters.add(type(parameter));
            }
        }
        return open > 0
                ? CelOverloadDecl.newMemberOverload(id, result, parameters)
                : CelOverloadDecl.newGlobalOverload(id, result, parameters);
    }

    private static CelType type(String text) {
        String name = text.strip();
        return switch (name) {
            case "dyn" -> SimpleType.DYN;
            case "bool" -> SimpleType.BOOL;
            case "int" -> SimpleType.INT;
            case "double" -> SimpleType.DOUBLE;
            case "string" -> SimpleType.STRING;
            default ->
                name.startsWith("list(")
                        ? ListType.create(type(name.substring("list(".length(), name.length() - 1)))
                        : Structs.named(name);
        };
    }
}
