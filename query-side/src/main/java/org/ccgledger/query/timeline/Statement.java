package org.ccgledger.query.timeline;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventReader;
import org.ccgledger.events.EventReader.UnknownEventType;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.ShaCode;
import org.ccgledger.ledger.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fact of an event as it is read today, taken apart: what it is about, and what it says of
/// that.
///
/// A field names a thing if it is called after its type, as `condition` is after `ConditionId` and
/// `practice` after `PracticeCode`, or if it is a body that takes part, such as a `member`. The day
/// from which an event counts is not said of anything, and stands beside the event.
///
/// @param about the fields that name things
/// @param fields the others; nothing where the event could say something and does not
record Statement(Map<String, JsonNode> about, Map<String, @Nullable JsonNode> fields) {

    private static final Pattern KIND_OF_NAME = Pattern.compile("(Id|Code)$");
    private static final String DAY = "effectiveOn";

    /// Codes that describe a group and can change.
    private static final Set<Class<?>> DESCRIBING =
            Set.of(OnsCode.class, AreaTeamCode.class, ShaCode.class);

    private static final Set<String> TAKING_PART = Set.of("body", "member", "provider");

    /// Of what a later build wrote only what it says is known.
    static Statement of(StoredEvent event, EventReader reader) {
        try {
            return of(
                    reader.tree(event.type(), event.schemaVersion(), event.fact()),
                    Arrays.asList(
                            reader.type(event.type(), event.schemaVersion())
                                    .carrier()
                                    .getRecordComponents()));
        } catch (UnknownEventType _) {
            return of(EventJson.MAPPER.readTree(event.fact()), List.of());
        }
    }

    private static Statement of(JsonNode fact, List<RecordComponent> components) {
        Map<String, JsonNode> about = new LinkedHashMap<>();
        Map<String, @Nullable JsonNode> fields = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            JsonNode value = fact.get(component.getName());
            if (isName(component) && value != null) {
                about.put(component.getName(), value);
            } else {
                fields.put(component.getName(), value);
            }
        }
        fact.properties()
                .forEach(field -> {
                    if (!about.containsKey(field.getKey())) {
                        fields.put(field.getKey(), field.getValue());
                    }
                });
        fields.remove(DAY);
        return new Statement(
                Collections.unmodifiableMap(about), Collections.unmodifiableMap(fields));
    }

    private static boolean isName(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == BodyRef.class) {
            return TAKING_PART.contains(component.getName());
        }
        String kind = KIND_OF_NAME.matcher(type.getSimpleName()).replaceFirst("");
        return !kind.equals(type.getSimpleName())
                && !DESCRIBING.contains(type)
                && kind.toLowerCase(Locale.ROOT)
                        .endsWith(component.getName().toLowerCase(Locale.ROOT));
    }
}
