package org.ccgledger.query.projection;

import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.ccgledger.ledger.axon.TokenTable;

/// Where Axon keeps its tokens and dead letters.
final class AxonTables {

    static final TokenSchema TOKENS = TokenTable.in("projection");

    static final DeadLetterSchema DEAD_LETTERS =
            DeadLetterSchema.builder()
                    .deadLetterTable("projection.dead_letter_entry")
                    .deadLetterIdentifierColumn("dead_letter_id")
                    .processingGroupColumn("processing_group")
                    .sequenceIdentifierColumn("sequence_identifier")
                    .sequenceIndexColumn("sequence_index")
                    .messageTypeColumn("message_type")
                    .eventIdentifierColumn("event_identifier")
                    .timestampColumn("time_stamp")
                    .payloadTypeColumn("payload_type")
                    .payloadRevisionColumn("payload_revision")
                    .payloadColumn("payload")
                    .metaDataColumn("meta_data")
                    .aggregateTypeColumn("aggregate_type")
                    .aggregateIdentifierColumn("aggregate_id")
                    .sequenceNumberColumn("sequence_number")
                    .tokenTypeColumn("token_type")
                    .tokenColumn("token")
                    .enqueuedAtColumn("enqueued_at")
                    .lastTouchedColumn("last_touched")
                    .processingStartedColumn("processing_started")
                    .causeTypeColumn("cause_type")
                    .causeMessageColumn("cause_message")
                    .diagnosticsColumn("diagnostics")
                    .build();

    private AxonTables() {}
}
