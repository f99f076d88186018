package dev.plumbline.iac;

/**
 * The static type that a language gives to a value which does not show it: to null, to an unknown value, to an empty
 * collection. Only the front end that made it looks into it; values of languages without such types have none.
 */
public interface StaticType {}
