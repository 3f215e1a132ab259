package org.ccgledger.standalone;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.ccgledger.query.readmodels.ColumnType;
import org.ccgledger.query.readmodels.Parquet;
import org.ccgledger.query.readmodels.ReadModel.Column;
import org.jspecify.annotations.Nullable;

/// Makes Parquet with DuckDB, in memory, on one thread, so that the same rows give the same bytes,
/// and with what its library holds alone.
///
/// The library is loaded when the first file is made.
final class DuckDb implements Parquet, AutoCloseable {

    /// A row has fewer bytes than the record of an event.
    private static final int LONGEST_LINE = 16 << 20;

    private @Nullable Connection connection;

    @Override
    public void write(Path csv, List<Column> columns, Path to) throws SQLException {
        try (Statement copy = connection().createStatement()) {
            copy.execute(
                    """
                    copy (select %s from read_csv(%s, auto_detect = false, header = true, delim = ',', quote = '"',
                        escape = '"', nullstr = '', allow_quoted_nulls = false, parallel = false,
                        max_line_size = %d, columns = {%s}))
                    to %s (format parquet, compression zstd)
                    """
                            .formatted(
                                    columns.stream()
                                            .map(DuckDb::value)
                                            .collect(Collectors.joining(", ")),
                                    text(csv.toString()),
                                    LONGEST_LINE,
                                    columns.stream()
                                            .map(column ->
                                                    "%s: '%s'"
                                                            .formatted(
                                                                    text(column.name()),
                                                                    column.isList()
                                                                            ? "VARCHAR"
                                                                            : type(column.type())))
                                            .collect(Collectors.joining(", ")),
                                    text(to.toString())));
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = DriverManager.getConnection("jdbc:duckdb:");
            connection = open;
            try (Statement settings = open.createStatement()) {
                settings.execute("set autoinstall_known_extensions = false");
                settings.execute("set autoload_known_extensions = false");
                settings.execute("set threads = 1");
            }
        }
        return open;
    }

    private static String value(Column column) {
        String name = '"' + column.name() + '"';
        return column.isList()
                ? "from_json(%1$s, '[\"%2$s\"]') as %1$s".formatted(name, type(column.type()))
                : name;
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "INTEGER";
            case LONG -> "BIGINT";
            case DECIMAL -> "DECIMAL(38, 10)";
            case FLAG -> "BOOLEAN";
            case DATE -> "DATE";
            case INSTANT -> "TIMESTAMPTZ";
            case ID -> "UUID";
            case JSON -> "JSON";
        };
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
