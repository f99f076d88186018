package net.sf.json;

/** Signatures of {@code net.sf.json.JSONObject} in json-lib. */
public final class JSONObject {}
