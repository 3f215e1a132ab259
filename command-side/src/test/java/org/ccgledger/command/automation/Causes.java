package org.ccgledger.command.automation;

import java.util.List;
import java.util.UUID;
import org.ccgledger.events.Actor;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;

/// Events as they cause something, for tests.
final class Causes {

    static final UUID EVENT = UUID.fromString("5f0c8c1e-6f4b-8a5e-9a51-2f3c8f0e0000");

    private Causes() {}

    static Cause cause(CcgEvent event) {
        return cause(event, EVENT);
    }

    static Cause cause(CcgEvent event, UUID id) {
        return new Cause(
                event,
                id,
                EventJson.MAPPER.writeValueAsString(
                        new EventMetadata(
                                "ACommand",
                                true,
                                Actor.SYSTEM,
                                null,
                                null,
                                List.of(),
                                null,
                                "a-correlation",
                                null,
                                "a-rule-set")));
    }
}
