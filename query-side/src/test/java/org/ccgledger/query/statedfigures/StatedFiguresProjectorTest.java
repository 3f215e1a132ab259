package org.ccgledger.query.statedfigures;

import org.ccgledger.query.audit.AuditedLedger;
import org.junit.jupiter.api.Test;

class StatedFiguresProjectorTest {

    @Test
    void replays_in_batches_of_any_size_give_the_same_rows() {
        try (AuditedLedger ledger = AuditedLedger.create()) {
            ledger.assertReplaysAreEqual(
                    new StatedFiguresProjector(ledger.query()), "stated_figure");
        }
    }
}
