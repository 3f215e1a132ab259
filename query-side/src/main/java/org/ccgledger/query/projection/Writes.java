package org.ccgledger.query.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/// What a batch of events writes, held back so that each kind of statement goes to the database
/// once.
///
/// A table is written by one statement only, so its rows are written in the order of the events;
/// what order the tables come in makes no difference.
final class Writes {

    private final Map<String, List<SqlParameterSource>> byStatement = new LinkedHashMap<>();

    void add(String statement, Map<String, ?> parameters) {
        byStatement
                .computeIfAbsent(statement, _ -> new ArrayList<>())
                .add(new MapSqlParameterSource(parameters));
    }

    void flush(NamedParameterJdbcOperations database) {
        byStatement.forEach((statement, rows) ->
                database.batchUpdate(statement, rows.toArray(SqlParameterSource[]::new)));
        byStatement.clear();
    }
}
