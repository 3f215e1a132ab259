package org.ccgledger.standalone.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// One connection a statement, as the superuser.
final class Sql {

    private Sql() {}

    static Connection connect(ServerAddress server, String database) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(database), ServerAddress.USER, server.password());
    }

    static void run(ServerAddress server, String sql) throws SQLException {
        try (Connection connection = connect(server, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(ServerAddress server, String sql) throws SQLException {
        try (Connection connection = connect(server, "postgres");
                Statement statement = connection.createStatement()) {
            return value(statement, sql);
        }
    }

    static String value(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "no row";
        }
    }
}
