package org.ccgledger.system;

import javax.sql.DataSource;
import org.ccgledger.ledger.proof.Lineage;

/// What an auditor pins of a ledger.
final class Policies {

    private Policies() {}

    static String of(DataSource database) {
        return String.join("\n", Lineage.read(database).orElseThrow().policy());
    }
}
