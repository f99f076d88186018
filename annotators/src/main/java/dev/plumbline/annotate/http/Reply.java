package dev.plumbline.annotate.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a platform answered. */
public record Reply(int status, HttpHeaders headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    boolean isSuccess() {
        // 203 is how Azure DevOps shows its sign-in page to a token that it does not know.
        return status >= 200 && status < 300 && status != 203;
    }

    /** The body as JSON; a missing node where it is none, which has no fields and no elements. */
    public JsonNode json() {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** What the platform says of a failure, in one line: all of them put it into a field of some such name. */
    String message() {
        JsonNode json = json();
        for (String pointer : new String[] {"/message", "/error/message", "/errors/0/message", "/error"}) {
            JsonNode message = json.at(pointer);
            if (message.isTextual()) {
                JsonNode detail = json.at("/errors/0");
                return message.asText() + (detail.isTextual() ? ": " + detail.asText() : "");
            }
        }
        return json.isMissingNode() ? "" : json.toString();
    }
}
