package org.ccgledger.system.load;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.ccgledger.events.EventJson;
import org.ccgledger.ledger.LedgerToken;
import org.ccgledger.ledger.Testimony.Told;
import tools.jackson.databind.JsonNode;

/// A line of what a client writes down: that it is about to send a command, or what it was
/// answered.
///
/// @param at the load's own clock
/// @param status of the answer; 0 before it is sent, -1 if no answer came
/// @param token the header `Consistency-Token`, or nothing
/// @param body of the request or of the answer
record Note(UUID command, long at, int status, String token, String body) {

    static final int SENT = 0;
    static final int NO_ANSWER = -1;

    String line() {
        return EventJson.MAPPER.writeValueAsString(this) + "\n";
    }

    static Note parse(String line) {
        return EventJson.MAPPER.readValue(line, Note.class);
    }

    /// What the answer says of the ledger.
    Told told() {
        if (!token.isEmpty()) {
            return new Told.Stored(leaves(), status + " " + body);
        }
        return code().equals("UNAVAILABLE") || code().equals("CONTENTION")
                ? new Told.NotStored(false)
                : new Told.Unknown();
    }

    /// Whether it is an answer that nobody should get, whatever has failed.
    boolean isUnexpected() {
        return status > 0
                && token.isEmpty()
                && !(told() instanceof Told.NotStored)
                && !code().equals("OUTCOME_UNKNOWN");
    }

    private String code() {
        return status == 409 || status == 503
                ? EventJson.MAPPER.readTree(body).path("code").asString("")
                : "";
    }

    private Map<Long, String> leaves() {
        LedgerToken last = LedgerToken.parse(token).orElseThrow();
        Map<Long, String> leaves = new HashMap<>(Map.of(last.position(), last.leafPrefix()));
        for (JsonNode event : EventJson.MAPPER.readTree(body).path("events")) {
            leaves.put(event.path("position").asLong(), event.path("leafHash").asString());
        }
        return leaves;
    }
}
