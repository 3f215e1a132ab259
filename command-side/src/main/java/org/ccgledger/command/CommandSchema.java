package org.ccgledger.command;

import javax.sql.DataSource;
import org.ccgledger.ledger.LedgerSchema;

/// The tables of the command side's automations, in schema `automation`.
public final class CommandSchema {

    private CommandSchema() {}

    /// Brings them up to this build. The login `ccg_command`, which uses them, must exist.
    public static void migrate(DataSource owner) {
        LedgerSchema.migrate(owner, "automation", "classpath:org/ccgledger/command/migration");
    }
}
