package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RecordSchemaTest {

    private static List<EventType> events() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_fact_is_what_its_schema_says(EventType type) {
        ObjectNode schema = RecordSchema.ofFact(type);

        assertThat(faults(fact(Examples.full(type.carrier())), schema, "")).isEmpty();
        assertThat(faults(fact(Examples.required(type.carrier())), schema, "")).isEmpty();
    }

    private static JsonNode fact(CcgEvent event) {
        return EventJson.MAPPER.readTree(EventJson.write(event).fact());
    }

    @Test
    void what_does_not_fit_is_found() {
        ObjectNode schema = RecordSchema.ofFact(EventTypes.all().getFirst());
        ObjectNode other = EventJson.MAPPER.createObjectNode().put("unknown", 1);

        assertThat(faults(other, schema, "")).contains("/unknown is not declared");
        assertThat(faults(other, schema, "")).anyMatch(fault -> fault.endsWith("is required"));
    }

    /// As much of the dialect as the schemas use.
    private static List<String> faults(JsonNode value, JsonNode schema, String pointer) {
        List<String> faults = new ArrayList<>();
        switch (schema.get("type").asString()) {
            case "object" -> {
                if (!value.isObject()) {
                    return List.of(pointer + " is no object");
                }
                value.properties()
                        .forEach(field -> {
                            JsonNode declared = schema.get("properties").get(field.getKey());
                            String at = pointer + "/" + field.getKey();
                            if (declared == null) {
                                faults.add(at + " is not declared");
                            } else {
                                faults.addAll(faults(field.getValue(), declared, at));
                            }
                        });
                schema.get("required")
                        .forEach(name -> {
                            if (!value.has(name.asString())) {
                                faults.add(pointer + "/" + name.asString() + " is required");
                            }
                        });
            }
            case "array" -> {
                if (!value.isArray()) {
                    return List.of(pointer + " is no list");
                }
                value.forEach(
                        one -> faults.addAll(faults(one, schema.get("items"), pointer + "/-")));
            }
            case "string" -> {
                if (!value.isString()) {
                    faults.add(pointer + " is no text");
                } else if (schema.has("pattern")
                        && !value.asString().matches(schema.get("pattern").asString())) {
                    faults.add(pointer + " has another form: " + value);
                } else if (schema.has("enum")
                        && !schema.get("enum").toString().contains(value.toString())) {
                    faults.add(pointer + " is none of " + schema.get("enum"));
                }
            }
            case "integer" -> {
                if (!value.isIntegralNumber()) {
                    faults.add(pointer + " is no whole number");
                }
            }
            case "boolean" -> {
                if (!value.isBoolean()) {
                    faults.add(pointer + " is neither true nor false");
                }
            }
            default -> faults.add(pointer + " has a type that is not known");
        }
        return faults;
    }
}
