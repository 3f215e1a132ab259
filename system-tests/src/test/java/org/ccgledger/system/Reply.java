package org.ccgledger.system;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.ccgledger.events.EventJson;
import tools.jackson.databind.JsonNode;

/// What the application answered over HTTP.
public record Reply(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public JsonNode json() {
        return EventJson.MAPPER.readTree(body());
    }

    /// The code of a problem; empty if there is none.
    public String code() {
        return json().path("code").asString("");
    }

    @Override
    public String toString() {
        return status() + " " + body();
    }
}
