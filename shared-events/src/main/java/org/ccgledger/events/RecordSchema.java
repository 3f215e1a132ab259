package org.ccgledger.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema (2020-12) of records: of what is sent, or of what the ledger holds.
///
/// What is sent is bounded, and has the form that it must have; what the ledger holds is right by
/// definition, and its personal parts stand apart.
public final class RecordSchema {

    /// The bounds of what is sent.
    public static final int LONGEST_TEXT = 10_000;

    public static final int LONGEST_PERSONAL_TEXT = 2_000;
    public static final int LONGEST_LIST = 1_000;

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final int LONGEST_CODE = 200;

    private final boolean isSent;

    private RecordSchema(boolean isSent) {
        this.isSent = isSent;
    }

    /// Of a body whose fields are those of several records.
    public static ObjectNode ofBody(String title, List<Class<?>> records) {
        ObjectNode schema = headed(title);
        schema.setAll(new RecordSchema(true).object(records));
        return schema;
    }

    /// Of the fact of an event.
    public static ObjectNode ofFact(EventType type) {
        ObjectNode schema = headed(type.name());
        schema.setAll(new RecordSchema(false).object(List.of(type.carrier())));
        return schema;
    }

    private static ObjectNode headed(String title) {
        return node().put("$schema", DIALECT).put("title", title);
    }

    private ObjectNode object(List<Class<?>> records) {
        ObjectNode properties = node();
        ArrayNode required = EventJson.MAPPER.createArrayNode();
        for (Class<?> one : records) {
            for (RecordComponent component : one.getRecordComponents()) {
                boolean isOptional =
                        component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                if (!properties.has(component.getName()) && !isOptional) {
                    required.add(component.getName());
                }
                properties.set(component.getName(), of(component.getGenericType()));
            }
        }
        ObjectNode schema = node().put("type", "object");
        schema.set("properties", properties);
        schema.set("required", required);
        return schema.put("additionalProperties", false);
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType list) {
            ObjectNode schema = node().put("type", "array");
            schema.set("items", of(list.getActualTypeArguments()[0]));
            return isSent ? schema.put("maxItems", LONGEST_LIST) : schema;
        }
        Class<?> kind = (Class<?>) type;
        TextPattern pattern = kind.getAnnotation(TextPattern.class);
        if (pattern != null) {
            return code(pattern);
        }
        if (kind == PersonalText.class) {
            return personal();
        }
        if (kind.isRecord()) {
            return record(kind);
        }
        if (kind.isEnum()) {
            ObjectNode schema = titled(kind).put("type", "string");
            ArrayNode names = schema.putArray("enum");
            Arrays.stream(kind.getEnumConstants()).map(Object::toString).forEach(names::add);
            return schema;
        }
        return scalar(kind);
    }

    private ObjectNode record(Class<?> kind) {
        ObjectNode schema = titled(kind);
        schema.setAll(object(List.of(kind)));
        return schema;
    }

    /// Begun with a name that tells it from the others, for whoever wants to tell of it apart.
    private static ObjectNode titled(Class<?> kind) {
        Class<?> around = kind.getEnclosingClass();
        return node().put(
                        "title",
                        (around == null ? "" : around.getSimpleName()) + kind.getSimpleName());
    }

    private ObjectNode code(TextPattern pattern) {
        ObjectNode schema = node().put("type", "string");
        if (isSent) {
            schema.put("pattern", "^(" + pattern.value() + ")$").put("maxLength", LONGEST_CODE);
        }
        schema.putArray("examples").add(pattern.example());
        return schema;
    }

    private ObjectNode personal() {
        ObjectNode schema = record(PersonalText.class);
        ObjectNode properties = (ObjectNode) schema.get("properties");
        if (isSent) {
            properties.set("text", text(LONGEST_PERSONAL_TEXT));
            ((ArrayNode) schema.get("required")).add("text");
        } else {
            properties.remove("text");
        }
        return schema;
    }

    private ObjectNode text(int longest) {
        ObjectNode schema = node().put("type", "string");
        return isSent ? schema.put("minLength", 1).put("maxLength", longest) : schema;
    }

    private ObjectNode scalar(Class<?> kind) {
        if (kind == String.class) {
            return text(LONGEST_TEXT);
        }
        if (kind == int.class
                || kind == Integer.class
                || kind == long.class
                || kind == Long.class) {
            return node().put("type", "integer");
        }
        if (kind == boolean.class || kind == Boolean.class) {
            return node().put("type", "boolean");
        }
        ObjectNode schema = node().put("type", "string");
        if (kind == LocalDate.class) {
            return schema.put("format", "date");
        }
        if (kind == UUID.class) {
            return schema.put("format", "uuid");
        }
        if (kind == YearMonth.class) {
            return schema.put("pattern", "^\\d{4}-\\d{2}$");
        }
        if (kind == BigDecimal.class) {
            return schema.put("pattern", "^-?\\d+(\\.\\d+)?$");
        }
        throw new IllegalArgumentException("No schema is known for " + kind);
    }

    private static ObjectNode node() {
        return EventJson.MAPPER.createObjectNode();
    }
}
