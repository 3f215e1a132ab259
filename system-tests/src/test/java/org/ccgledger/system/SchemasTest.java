package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ccgledger.events.EventJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the played England answers is what the OpenAPI document says that it answers.
class SchemasTest {

    private static final PlayedEngland ENGLAND = PlayedEngland.shared();

    @Test
    void lists_are_what_their_schemas_say() {
        JsonNode document = ENGLAND.get("/v3/api-docs").json();
        Schemas schemas = new Schemas(document);
        List<String> faults = new ArrayList<>();
        List<String> filled = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> {
                    if (isList(path.getValue()) && !path.getKey().contains("{")) {
                        Reply reply = ENGLAND.get(path.getKey() + "?limit=500&count=exact");
                        schemas.faults("GET", path.getKey(), reply.response())
                                .forEach(fault -> faults.add(path.getKey() + " " + fault));
                        if (reply.status() == 200 && !reply.json().get("items").isEmpty()) {
                            filled.add(path.getKey());
                        }
                    }
                });
        assertThat(faults).isEmpty();
        assertThat(filled).hasSizeGreaterThan(40);
    }

    private static boolean isList(JsonNode path) {
        return path.at("/get/responses/200/content/text~1csv").isObject();
    }

    @Test
    void what_a_schema_does_not_say_is_found() {
        JsonNode document =
                EventJson.MAPPER.readTree(
                        ENGLAND.get("/v3/api-docs").body().replace("\"sentence\"", "\"saying\""));

        assertThat(
                        new Schemas(document)
                                .faults(
                                        "GET",
                                        "/v1/audit/events",
                                        ENGLAND.get("/v1/audit/events").response()))
                .anyMatch(fault -> fault.contains("sentence"))
                .anyMatch(fault -> fault.contains("saying"));
    }
}
