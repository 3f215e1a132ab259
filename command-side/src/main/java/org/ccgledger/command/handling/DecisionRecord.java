package org.ccgledger.command.handling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.events.Actor;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventJson.PersonalPart;
import org.ccgledger.ledger.Guard;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How a decision came about, complete enough to decide it again.
///
/// @param body the command as sent; where it held text about a person, that text is stored apart
/// @param ruleSet the rules that were held against it
/// @param build the software that decided
/// @param reads what was read, and the position up to which it was
record DecisionRecord(
        int format,
        String command,
        String idempotencyKey,
        String body,
        Actor actor,
        Instant now,
        String idSeed,
        String ruleSet,
        String build,
        Outcome outcome,
        List<RecordedRead> reads) {

    /// What a command came to.
    enum Outcome {
        ACCEPTED,
        UNCHANGED,
        REFUSED
    }

    static DecisionRecord of(
            Envelope envelope,
            List<PersonalPart> personal,
            Instant now,
            String ruleSet,
            String build,
            Outcome outcome,
            List<Guard> guards) {
        return new DecisionRecord(
                1,
                envelope.commandName(),
                envelope.idempotencyKey(),
                bodyWithout(personal, envelope.body()),
                envelope.actor(),
                now,
                envelope.commandId().toString(),
                ruleSet,
                build,
                outcome,
                guards.stream().map(RecordedRead::of).toList());
    }

    byte[] bytes() {
        return EventJson.MAPPER.writeValueAsBytes(this);
    }

    private static String bodyWithout(List<PersonalPart> personal, byte[] body) {
        if (personal.isEmpty()) {
            return new String(body, StandardCharsets.UTF_8);
        }
        JsonNode tree = EventJson.MAPPER.readTree(body);
        for (PersonalPart part : personal) {
            if (tree.at(JsonPointer.compile(part.field())) instanceof ObjectNode text) {
                text.remove("text");
            }
        }
        return tree.toString();
    }
}
