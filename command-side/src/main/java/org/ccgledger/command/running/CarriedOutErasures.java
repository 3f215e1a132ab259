package org.ccgledger.command.running;

import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.ccgledger.ledger.LedgerException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The position up to which every erasure is carried out, by whichever process: as far as
/// [Erasures] has read.
public final class CarriedOutErasures implements LongSupplier {

    private final JdbcClient automation;

    public CarriedOutErasures(DataSource automation) {
        this.automation = JdbcClient.create(automation);
    }

    /// @throws LedgerException.Unavailable if nobody can tell
    @Override
    public long getAsLong() {
        try {
            return automation
                    .sql(
                            """
                            select coalesce(min((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint), 0)
                            from automation.token_entry where processor_name = ?
                            """)
                    .param(Erasures.NAME)
                    .query(Long.class)
                    .single();
        } catch (DataAccessException e) {
            throw new LedgerException.Unavailable(e);
        }
    }
}
