package org.ccgledger.standalone;

import org.ccgledger.events.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of a document that have titles, each told of once under its title and referred to
/// from where it is used.
final class NamedSchemas {

    private final ObjectNode all = EventJson.MAPPER.createObjectNode();

    ObjectNode all() {
        return all;
    }

    /// The schema with references in place of what has a title, within it or as a whole.
    ///
    /// @throws IllegalStateException if two that differ have one title
    ObjectNode named(ObjectNode schema) {
        ObjectNode told = schema.deepCopy();
        told.remove("$schema");
        told.path("properties")
                .properties()
                .forEach(field -> field.setValue(named((ObjectNode) field.getValue())));
        if (told.get("items") instanceof ObjectNode items) {
            told.set("items", named(items));
        }
        JsonNode title = told.remove("title");
        if (title == null) {
            return told;
        }
        JsonNode other = all.get(title.asString());
        if (other != null && !other.equals(told)) {
            throw new IllegalStateException("Two schemas are called " + title.asString());
        }
        all.set(title.asString(), told);
        return OpenApiComponents.schema(title.asString());
    }
}
