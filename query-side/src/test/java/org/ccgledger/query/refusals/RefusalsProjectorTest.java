package org.ccgledger.query.refusals;

import org.ccgledger.query.audit.AuditedLedger;
import org.junit.jupiter.api.Test;

class RefusalsProjectorTest {

    @Test
    void replays_in_batches_of_any_size_give_the_same_rows() {
        try (AuditedLedger ledger = AuditedLedger.create()) {
            ledger.assertReplaysAreEqual(
                    new RefusalsProjector(ledger.query(), ledger.names()), "refusal");
        }
    }
}
