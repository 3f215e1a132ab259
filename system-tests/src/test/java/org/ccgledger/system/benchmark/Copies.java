package org.ccgledger.system.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// Fills a ledger, ours or stock, with copies of the one figure that it holds, faster than anybody
/// could record them. What the copies' hashes say is not true of them; nothing here asks.
final class Copies {

    private static final String NUMBER = "lpad(n::text, 10, '0')";

    private Copies() {}

    /// The name of the figure that is copied, as long as those of its copies.
    static String original() {
        return "copied-0000000000";
    }

    /// After the first event and that of the original, `count` copies.
    static void ofOurs(DataSource owner, int count) {
        long position = 2;
        copy(
                owner,
                "ledger.event",
                "position = " + position,
                count,
                Map.of(
                        "position",
                        "t.position + n",
                        "stream",
                        "'stated-figure:copied-' || " + NUMBER,
                        "fact",
                        renamed("t.fact")));
        copy(
                owner,
                "ledger.command",
                "position = " + position,
                count,
                Map.of("position", "t.position + n", "command_id", "gen_random_uuid()"));
        Bench.execute(owner, "analyze ledger.event", "analyze ledger.command");
    }

    static void ofStock(DataSource owner, int count) {
        copy(
                owner,
                "domainevententry",
                "aggregateidentifier = '" + original() + "'",
                count,
                Map.of(
                        "globalindex",
                        "nextval('domainevententry_globalindex_seq')",
                        "eventidentifier",
                        "gen_random_uuid()::text",
                        "aggregateidentifier",
                        "'copied-' || " + NUMBER,
                        "payload",
                        renamed("t.payload")));
        Bench.execute(owner, "analyze domainevententry");
    }

    private static String renamed(String bytes) {
        return "convert_to(replace(convert_from(%s, 'UTF8'), '%s', 'copied-' || %s), 'UTF8')"
                .formatted(bytes, original(), NUMBER);
    }

    private static void copy(
            DataSource owner,
            String table,
            String original,
            int count,
            Map<String, String> changed) {
        List<String> columns = columns(owner, table);
        List<String> values =
                columns.stream()
                        .map(column -> changed.getOrDefault(column, "t." + column))
                        .toList();
        Bench.execute(
                owner,
                "insert into %s (%s) select %s from %s t, generate_series(1, %d) n where t.%s"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                String.join(", ", values),
                                table,
                                count,
                                original));
    }

    private static List<String> columns(DataSource owner, String table) {
        try (Connection connection = owner.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "select attname from pg_attribute where attrelid = ?::regclass"
                                        + " and attnum > 0 and not attisdropped and attgenerated = ''")) {
            statement.setString(1, table);
            List<String> columns = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
