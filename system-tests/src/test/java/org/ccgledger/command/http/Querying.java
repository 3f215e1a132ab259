package org.ccgledger.command.http;

import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Guilty: SQL where commands are taken.
public final class Querying {

    private Querying() {}

    public record ByConnection(Connection connection) {}

    public record ByClient(JdbcClient client) {}
}
