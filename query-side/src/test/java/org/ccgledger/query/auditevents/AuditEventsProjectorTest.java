package org.ccgledger.query.auditevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGProposed;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.audit.AuditedLedger;
import org.ccgledger.query.sentences.Examples;
import org.junit.jupiter.api.Test;

class AuditEventsProjectorTest {

    @Test
    void replays_in_batches_of_any_size_give_the_same_rows() {
        try (AuditedLedger ledger = AuditedLedger.create()) {
            ledger.assertReplaysAreEqual(
                    new AuditEventsProjector(ledger.query(), ledger.names()), "audit_event");
        }
    }

    /// Whatever it is read as.
    @Test
    void an_event_is_shown_in_the_version_in_which_it_is_stored() {
        try (AuditedLedger ledger = AuditedLedger.create()) {
            AuditEventsProjector projector =
                    new AuditEventsProjector(ledger.query(), ledger.names());
            UUID none = new UUID(0, 0);
            projector.on(
                    Examples.of(CCGProposed.class, true),
                    new Recorded(
                            1,
                            Instant.EPOCH,
                            "application:02N",
                            1,
                            none,
                            none,
                            7,
                            EventJson.MAPPER.writeValueAsString(
                                    AuditedLedger.decision("ProposeCCG")),
                            "00000000"));

            assertThat(
                            ledger.query()
                                    .sql()
                                    .sql("select schema_version from projection.audit_event")
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(7);
        }
    }
}
