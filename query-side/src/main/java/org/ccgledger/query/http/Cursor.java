package org.ccgledger.query.http;

import java.util.Base64;
import java.util.List;
import org.ccgledger.events.EventJson;
import tools.jackson.core.JacksonException;

/// Where a page ended: the order that it was in, and what its last row holds in the columns of that
/// order. Opaque to others.
record Cursor(String order, List<String> last) {

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
        if (cursor == null || cursor.last() == null || cursor.last().size() != columns) {
            throw QueryProblem.invalidCursor("cursor", "It is not a cursor of this question");
        }
        if (!order.equals(cursor.order())) {
            throw QueryProblem.invalidCursor("cursor", "It belongs to another order");
        }
        return cursor;
    }
}
