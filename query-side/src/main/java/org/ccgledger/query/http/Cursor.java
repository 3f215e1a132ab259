package org.ccgledger.query.http;

import java.util.Base64;
import java.util.List;
import org.ccgledger.events.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Where another page is: the order that it is in, and what the row that it comes after, or before,
/// holds in the columns of that order. Opaque to others.
///
/// @param last the last row of the page before, for who reads on
/// @param first the first row of the page after, for who reads back
record Cursor(String order, @Nullable List<String> last, @Nullable List<String> first) {

    static Cursor after(String order, List<String> last) {
        return new Cursor(order, last, null);
    }

    static Cursor before(String order, List<String> first) {
        return new Cursor(order, null, first);
    }

    boolean leadsBack() {
        return first != null;
    }

    /// Of the row that it comes after or before.
    List<String> place() {
        if (first != null) {
            return first;
        }
        return last == null ? List.of() : last;
    }

    String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(EventJson.MAPPER.writeValueAsBytes(this));
    }

    /// @param order that is asked for now
    /// @param columns that it has
    static Cursor decode(String text, String order, int columns) {
        Cursor cursor;
        try {
            cursor = EventJson.MAPPER.readValue(Base64.getUrlDecoder().decode(text), Cursor.class);
        } catch (IllegalArgumentException | JacksonException _) {
            throw QueryProblem.invalidCursor("cursor", "It is not a cursor of ours");
        }
        if (cursor == null || cursor.place().size() != columns) {
            throw QueryProblem.invalidCursor("cursor", "It is not a cursor of this question");
        }
        if (!order.equals(cursor.order())) {
            throw QueryProblem.invalidCursor("cursor", "It belongs to another order");
        }
        return cursor;
    }
}
