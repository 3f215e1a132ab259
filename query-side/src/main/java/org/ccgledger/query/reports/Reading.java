package org.ccgledger.query.reports;

import java.util.Map;
import org.ccgledger.query.http.QueryProblem;
import org.ccgledger.query.http.Row;
import org.ccgledger.query.http.Table;
import org.ccgledger.query.projection.QueryDatabase;
import org.jspecify.annotations.Nullable;

/// Reads the tables of one report, which together have a length that can be printed.
final class Reading {

    /// Rows of one report.
    static final int GREATEST = 2_000;

    private final QueryDatabase database;
    private final Map<String, ? extends @Nullable Object> parameters;
    private int left = GREATEST;

    /// @param parameters that all its statements may name
    Reading(QueryDatabase database, Map<String, ? extends @Nullable Object> parameters) {
        this.database = database;
        this.parameters = parameters;
    }

    /// @throws QueryProblem if the report becomes too long
    Table table(String statement) {
        Table table =
                database.sql()
                        .sql(statement + " limit " + (left + 1))
                        .params(parameters)
                        .query(Table::of);
        if (table.rows().size() > left) {
            throw QueryProblem.tooLong("A report has %,d rows at most".formatted(GREATEST));
        }
        left -= table.rows().size();
        return table;
    }

    /// The first row.
    ///
    /// @throws QueryProblem if there is none
    Row one(String statement, String otherwise) {
        return table(statement).rows().stream()
                .findFirst()
                .orElseThrow(() -> QueryProblem.notFound(otherwise));
    }
}
