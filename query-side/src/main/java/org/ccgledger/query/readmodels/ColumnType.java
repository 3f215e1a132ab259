package org.ccgledger.query.readmodels;

/// What a column of a read model can hold, or each value of its lists, and how a cell of CSV says
/// it.
public enum ColumnType {
    TEXT("string", "%s"),
    INTEGER("int", "%s"),
    LONG("long", "%s"),
    DECIMAL("decimal", "%s"),
    FLAG("boolean", "%s::text"),
    /// A day that never comes is none.
    DATE("date", "nullif(%s, 'infinity')"),
    INSTANT("dateTimeStamp", "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"),
    ID("string", "%s"),
    JSON("json", "%s");

    private final String datatype;
    private final String cell;

    ColumnType(String datatype, String cell) {
        this.datatype = datatype;
        this.cell = cell;
    }

    static ColumnType of(String sqlType) {
        return switch (sqlType) {
            case "text" -> TEXT;
            case "integer" -> INTEGER;
            case "bigint" -> LONG;
            case "numeric" -> DECIMAL;
            case "boolean" -> FLAG;
            case "date" -> DATE;
            case "timestamp with time zone" -> INSTANT;
            case "uuid" -> ID;
            case "jsonb" -> JSON;
            default -> throw new IllegalStateException("No datatype is known for " + sqlType);
        };
    }

    /// As CSV on the Web (W3C, Metadata Vocabulary for Tabular Data) calls it.
    String datatype() {
        return datatype;
    }

    /// The SQL expression of its cell.
    String cell(String column) {
        return cell.formatted(column);
    }
}
