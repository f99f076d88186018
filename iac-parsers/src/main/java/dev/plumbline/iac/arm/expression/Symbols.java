package dev.plumbline.iac.arm.expression;

import dev.plumbline.iac.Unknown;
import dev.plumbline.iac.Value;
import dev.plumbline.iac.Value.BooleanValue;
import dev.plumbline.iac.Value.NumberValue;
import dev.plumbline.iac.Value.StringValue;
import dev.plumbline.iac.Value.UnknownValue;
import java.util.List;

/**
 * What stands for values that are not known, see {@link Unknown#symbol()}: {@code logs<uniqueString(resourceGroup().id)>}.
 * Equal symbols mean equal values, since all functions of the language but {@code newGuid} give the same result for the
 * same arguments within a deployment.
 */
public final class Symbols {

    /** A symbol that would be longer is left away. */
    private static final int MAX_LENGTH = 2_000;

    public static final String SUBSCRIPTION_ID = "<subscription().subscriptionId>";
    public static final String RESOURCE_GROUP = "<resourceGroup().name>";
    private static final String SUBSCRIPTION = "/subscriptions/" + SUBSCRIPTION_ID;
    private static final String GROUP = SUBSCRIPTION + "/resourceGroups/" + RESOURCE_GROUP;

    private Symbols() {}

    /** What stands for a string, known or not: the text itself, or the symbol; empty where there is neither. */
    public static String of(Value value) {
        if (value instanceof StringValue string) {
            return string.value();
        }
        if (value instanceof UnknownValue unknown) {
            return unknown.unknown().symbol();
        }
        return value instanceof NumberValue || value instanceof BooleanValue ? argument(value) : "";
    }

    /** What stands for a function's result; empty where one of the arguments has no symbol. */
    static String call(String function, List<Value> arguments) {
        StringBuilder symbol = new StringBuilder("<").append(function).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            String argument = argument(arguments.get(i));
            if (argument.isEmpty() || symbol.length() + argument.length() > MAX_LENGTH) {
                return "";
            }
            symbol.append(i == 0 ? "" : ", ").append(argument);
        }
        return symbol.append(")>").toString();
    }

    /** What stands for a part of a value that {@code symbol} stands for; empty where there is none. */
    static String step(String symbol, String step) {
        boolean whole = isWhole(symbol);
        return whole && symbol.length() + step.length() <= MAX_LENGTH
                ? symbol.substring(0, symbol.length() - 1) + step + ">"
                : "";
    }

    /** A value as it is written in an expression; empty where it has no such form, or is known and must not be told. */
    static String argument(Value value) {
        if (value.sensitive() && !(value instanceof UnknownValue)) {
            return "";
        }
        if (value instanceof NumberValue number) {
            return number.value().toPlainString();
        }
        if (value instanceof BooleanValue bool) {
            return bool.value() + "()";
        }
        if (value instanceof StringValue string) {
            return "'" + string.value() + "'";
        }
        if (!(value instanceof UnknownValue unknown)) {
            return "";
        }
        String symbol = unknown.unknown().symbol();
        if (symbol.equals(GROUP)) {
            return "resourceGroup().id";
        }
        if (symbol.equals(SUBSCRIPTION)) {
            return "subscription().id";
        }
        if (isWhole(symbol)) {
            return symbol.substring(1, symbol.length() - 1);
        }
        return symbol.isEmpty() ? "" : "'" + symbol + "'";
    }

    /** A symbol for people: without the brackets around it all, and ids without the resource group of the deployment. */
    public static String readable(String symbol) {
        String shown = isWhole(symbol) ? symbol.substring(1, symbol.length() - 1) : symbol;
        return shown.replace(GROUP + "/providers/", "").replace(SUBSCRIPTION + "/providers/", "");
    }

    /** Whether nothing of the value is known: a single pair of brackets around it all. */
    private static boolean isWhole(String symbol) {
        if (!symbol.startsWith("<") || !symbol.endsWith(">")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < symbol.length() - 1; i++) {
            depth += symbol.charAt(i) == '<' ? 1 : symbol.charAt(i) == '>' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }

    /** The symbols one after the other, as strings are joined; empty where one is missing. */
    static String join(List<String> symbols) {
        int length = 0;
        for (String symbol : symbols) {
            length += symbol.length();
            if (length > MAX_LENGTH) {
                return "";
            }
        }
        return String.join("", symbols);
    }
}
