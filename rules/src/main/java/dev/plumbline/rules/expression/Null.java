package dev.plumbline.rules.expression;

/** CEL's {@code null}. */
public enum Null {
    NULL
}
