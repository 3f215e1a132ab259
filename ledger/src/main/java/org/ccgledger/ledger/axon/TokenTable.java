package org.ccgledger.ledger.axon;

import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;

/// The table in which Axon keeps how far its processors have read.
public final class TokenTable {

    private TokenTable() {}

    /// The table of that name in a schema of the database, whose migrations make it.
    public static TokenSchema in(String schema) {
        return TokenSchema.builder()
                .setTokenTable(schema + ".token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .build();
    }
}
