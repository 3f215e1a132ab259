package org.ccgledger.query.auditevents;

import org.ccgledger.query.audit.AuditedLedger;
import org.junit.jupiter.api.Test;

class AuditEventsProjectorTest {

    @Test
    void replays_in_batches_of_any_size_give_the_same_rows() {
        try (AuditedLedger ledger = AuditedLedger.create()) {
            ledger.assertReplaysAreEqual(
                    new AuditEventsProjector(ledger.query(), ledger.names()), "audit_event");
        }
    }
}
