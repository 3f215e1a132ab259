package org.ccgledger.query.readmodels;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.ccgledger.events.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the files of read models hold, as W3C's Metadata Vocabulary for Tabular Data says it.
final class CsvOnTheWeb {

    private static final String DESCRIPTION = "dc:description";

    private CsvOnTheWeb() {}

    /// A document about all of them.
    ///
    /// @param notes what is to be known of the group as a whole
    static byte[] describing(String title, ObjectNode notes, List<ReadModel> models) {
        ObjectNode group = EventJson.MAPPER.createObjectNode();
        group.putArray("@context")
                .add("http://www.w3.org/ns/csvw")
                .add(EventJson.MAPPER.createObjectNode().put("@language", "en"));
        group.put("dc:title", title);
        group.putArray("notes").add(notes);
        ArrayNode tables = group.putArray("tables");
        models.forEach(model -> tables.add(table(model)));
        return (EventJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(group) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode table(ReadModel model) {
        ObjectNode table = EventJson.MAPPER.createObjectNode().put("url", model.name() + ".csv");
        table.put("dc:title", words(model.name()));
        describe(table, model.description());
        ObjectNode schema = table.putObject("tableSchema");
        ArrayNode columns = schema.putArray("columns");
        model.columns().forEach(column -> columns.add(column(column)));
        ArrayNode key = schema.putArray("primaryKey");
        model.key().forEach(key::add);
        return table;
    }

    /// The header has the name, so that is one of the titles.
    private static ObjectNode column(ReadModel.Column column) {
        ObjectNode said = EventJson.MAPPER.createObjectNode().put("name", column.name());
        said.putArray("titles").add(column.name()).add(words(column.name()));
        describe(said, column.description());
        if (column.type() == ColumnType.ID) {
            said.putObject("datatype")
                    .put("base", column.type().datatype())
                    .put("format", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        } else {
            said.put("datatype", column.isList() ? "json" : column.type().datatype());
        }
        return said.put("required", column.required());
    }

    private static void describe(ObjectNode what, @Nullable String description) {
        if (description != null) {
            what.put(DESCRIPTION, description);
        }
    }

    private static String words(String name) {
        String words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
