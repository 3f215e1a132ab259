package org.ccgledger.system.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    /// Lets the read models of a played history be as if only so much of it had been played, or as
    /// if all of it had happened again and again until there are about so many events: to other
    /// streams, by the same people, one after the other.
    ///
    /// @return how many events there are
    static long ofHistory(DataSource owner, int count) {
        JdbcClient sql = JdbcClient.create(owner);
        long once = sql.sql("select max(position) from ledger.event").query(Long.class).single();
        if (count <= once) {
            for (String table : List.of("audit_event", "decision", "decision_event")) {
                sql.sql("delete from projection.%s where position > ?".formatted(table))
                        .param(count)
                        .update();
            }
            refuse(owner);
            Bench.execute(owner, "vacuum full analyze");
            return count;
        }
        int more = Math.toIntExact(count / once) - 1;
        long all = (more + 1) * once;
        Map<String, String> changed =
                Map.of(
                        "position", "t.position + n * " + once,
                        "first_position", "t.first_position + n * " + once,
                        "recorded_at",
                                "t.recorded_at + n * (select max(recorded_at) - min(recorded_at) + interval '1 second' from ledger.event)",
                        "stream", "t.stream || '~' || n",
                        "correlation_id", "t.correlation_id || '~' || n",
                        "event_id", "gen_random_uuid()",
                        "command_id", "gen_random_uuid()",
                        "decision_id", "md5(t.decision_id || '~' || n)::uuid");
        for (String table :
                List.of(
                        "projection.audit_event",
                        "projection.decision",
                        "projection.decision_event",
                        "ledger.command",
                        "ledger.event")) {
            copy(owner, table, "position > 0", more, changed);
        }
        for (String timeline : timelines(sql)) {
            Bench.execute(
                    owner,
                    "update %s set known_to = %d where known_to = %d"
                            .formatted(timeline, once + 1, Long.MAX_VALUE));
            copy(
                    owner,
                    timeline,
                    "known_from > 0",
                    more,
                    Map.of(
                            "set_by", "t.set_by + n * " + once,
                            "known_from", "t.known_from + n * " + once,
                            "known_to",
                                    "case when n = %d and t.known_to = %d then %d else t.known_to + n * %d end"
                                            .formatted(more, once + 1, Long.MAX_VALUE, once)));
        }
        for (String schema : List.of("projection", "automation")) {
            sql.sql("update %s.token_entry set token = ?".formatted(schema))
                    .param("{\"globalIndex\":%d}".formatted(all).getBytes(StandardCharsets.UTF_8))
                    .update();
        }
        sql.sql("update projection.progress set position = ?").param(all).update();
        refuse(owner);
        Bench.execute(owner, "vacuum analyze");
        return all;
    }

    /// The played history refuses little, so it is as if every tenth event had been refused as
    /// well.
    private static void refuse(DataSource owner) {
        Bench.execute(
                owner,
                "truncate projection.refusal",
                """
                insert into projection.refusal (
                    position, command_id, recorded_at, effective_on, command, subject, ccg, code, rule, status, title,
                    detail, violations, sentence, actor, role, body, on_behalf_of, instrument, provision, delegation,
                    rule_set, correlation_id, tags)
                select position, gen_random_uuid(), recorded_at, effective_on, command, stream, ccgs[1], upper(command),
                       'R-' || command, 422, 'A rule refuses', sentence, '[]', sentence, actor, role, body, on_behalf_of,
                       instrument, provision, delegation, 'rules', correlation_id,
                       tags || stream || ('refused:' || stream)
                from projection.audit_event where position % 10 = 0\
                """);
    }

    private static List<String> timelines(JdbcClient sql) {
        return sql.sql(
                        """
                        select 'projection.' || table_name from information_schema.columns
                        where table_schema = 'projection' and column_name = 'set_by'
                          and table_name not in (select viewname from pg_views where schemaname = 'projection')
                        order by 1
                        """)
                .query((row, _) -> row.getString(1))
                .list();
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
