package org.ccgledger.query.http;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Rows in their order, and the columns that they have even if there are none.
public record Table(List<String> columns, List<Row> rows) {

    public static Table of(ResultSet result) throws SQLException {
        List<Row> rows = new ArrayList<>();
        List<String> columns = Row.columnsOf(result);
        while (result.next()) {
            rows.add(Row.of(result, rows.size()));
        }
        return new Table(columns, rows);
    }
}
