package org.ccgledger.query.http;

import java.util.List;
import org.ccgledger.events.EventJson;
import org.ccgledger.query.projection.QueryDatabase;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema (2020-12) of what listings give, made of the columns of their views, and of what
/// differs between two points.
@Component
public final class ListingSchemas {

    private final QueryDatabase database;

    ListingSchemas(QueryDatabase database) {
        this.database = database;
    }

    /// Of a page; it and its rows have titles of their own.
    public ObjectNode page(Listing listing) {
        String name = name(listing);
        ObjectNode properties = node();
        properties.set("asOf", date());
        properties.set("knownAt", integer());
        properties.putObject("items").put("type", "array").set("items", row(name, listing.view()));
        properties.set("next", text().put("description", "Where the next page is."));
        properties.set("prev", text().put("description", "Where the page before is."));
        properties.set("count", integer());
        for (String total : listing.totals().keySet()) {
            properties
                    .putObject(total)
                    .put("type", "array")
                    .set("items", node().put("type", "object"));
        }
        ObjectNode page = node().put("title", name + "Page").put("type", "object");
        page.set("properties", properties);
        ArrayNode required = page.putArray("required").add("asOf").add("knownAt").add("items");
        listing.totals().keySet().forEach(required::add);
        return page.put("additionalProperties", false);
    }

    /// Of the difference between two points; it, its rows, its points and what changed have titles
    /// of their own.
    public ObjectNode difference(Listing listing) {
        String name = name(listing);
        ObjectNode properties = node();
        properties.set("asOf", date());
        properties.set("knownAt", integer());
        properties.set("from", point());
        properties.set("to", point());
        properties.set("counts", counts());
        for (String rows : List.of("added", "removed")) {
            properties.putObject(rows).put("type", "array").set("items", row(name, listing.view()));
        }
        properties.putObject("changed").put("type", "array").set("items", changed());
        return object(properties).put("title", name + "Difference");
    }

    /// Of the difference between two points of an answer about one thing.
    public static ObjectNode differenceOfOne() {
        ObjectNode change = node();
        change.set("field", text());
        ArrayNode kinds = change.putObject("change").put("type", "string").putArray("enum");
        for (Change kind : Change.values()) {
            kinds.add(kind.name());
        }
        change.set("before", node());
        change.set("after", node());
        ObjectNode properties = node();
        properties.set("asOf", date());
        properties.set("knownAt", integer());
        properties.set("from", point());
        properties.set("to", point());
        properties.set("counts", counts());
        properties
                .putObject("changes")
                .put("type", "array")
                .set("items", object(change).put("title", "ChangedField"));
        return object(properties).put("title", "DifferenceOfOne");
    }

    private static ObjectNode counts() {
        ObjectNode counts = node();
        List.of("added", "removed", "changed", "unchanged")
                .forEach(count -> counts.set(count, integer()));
        return object(counts).put("title", "DifferenceCounts");
    }

    private static ObjectNode point() {
        ObjectNode properties = node();
        properties.set("asOf", date());
        properties.set("knownAt", integer());
        properties.set("recordedAt", text().put("format", "date-time"));
        ObjectNode point = object(properties).put("title", "DifferencePoint");
        point.putArray("required").add("asOf").add("knownAt");
        return point;
    }

    private static ObjectNode changed() {
        ObjectNode both = node();
        both.set("before", node());
        both.set("after", node());
        ObjectNode properties = node();
        properties.set("key", node().put("type", "object").put("additionalProperties", true));
        properties
                .putObject("columns")
                .put("type", "object")
                .set("additionalProperties", object(both));
        return object(properties).put("title", "ChangedRow");
    }

    /// All its properties are there.
    private static ObjectNode object(ObjectNode properties) {
        ObjectNode object = node().put("type", "object");
        object.set("properties", properties);
        ArrayNode required = object.putArray("required");
        properties.propertyNames().forEach(required::add);
        return object.put("additionalProperties", false);
    }

    private static String name(Listing listing) {
        String view = Row.camelCase(listing.view().substring("reporting.".length()));
        return Character.toUpperCase(view.charAt(0)) + view.substring(1);
    }

    private ObjectNode row(String name, String view) {
        ObjectNode row = node().put("title", name + "Row").put("type", "object");
        ObjectNode properties = row.putObject("properties");
        ArrayNode required = row.putArray("required");
        database.sql()
                .sql(
                        """
                        select attname, format_type(atttypid, null) as type from pg_attribute
                        where attrelid = ?::regclass and attnum > 0 and not attisdropped
                        order by attnum
                        """)
                .param(view)
                .query(column -> {
                    String type = column.getString("type");
                    if (Row.isShown(type)) {
                        String field = Row.camelCase(column.getString("attname"));
                        properties.set(field, column(type));
                        required.add(field);
                    }
                });
        return row.put("additionalProperties", false);
    }

    /// A column can be empty, whatever its type.
    private static ObjectNode column(String type) {
        if (type.endsWith("[]")) {
            ObjectNode list = orNull("array");
            list.set("items", column(type.substring(0, type.length() - 2)));
            return list;
        }
        return switch (type) {
            case "jsonb" -> node();
            case "bigint", "integer", "smallint" -> orNull("integer").put("format", "int64");
            case "boolean" -> orNull("boolean");
            case "double precision" -> orNull("number");
            case "numeric" -> orNull("string").put("pattern", "^-?\\d+(\\.\\d+)?$");
            case "date" -> orNull("string").put("format", "date");
            case "timestamp with time zone" -> orNull("string").put("format", "date-time");
            case "uuid" -> orNull("string").put("format", "uuid");
            case "text" -> orNull("string");
            default -> throw new IllegalStateException("No schema is known for " + type);
        };
    }

    private static ObjectNode orNull(String type) {
        ObjectNode schema = node();
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    private static ObjectNode text() {
        return node().put("type", "string");
    }

    private static ObjectNode date() {
        return text().put("format", "date");
    }

    private static ObjectNode integer() {
        return node().put("type", "integer").put("format", "int64");
    }

    private static ObjectNode node() {
        return EventJson.MAPPER.createObjectNode();
    }
}
