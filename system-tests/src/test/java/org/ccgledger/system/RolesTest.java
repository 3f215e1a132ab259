package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may do what in the databases, as the catalogue says, against a list that people have
/// reviewed.
class RolesTest {

    private static final String[] ROLES = {
        "public",
        "ledger_app",
        "ledger_auditor",
        "ledger_eraser",
        "ccg_command",
        "ccg_query",
        "ccg_auditor",
        "reporting"
    };
    private static final String RIGHTS =
            """
            select n.nspname || '.' || c.relname as relation, r.role, v.verb,
                   has_table_privilege(r.role, c.oid, v.verb) as everywhere,
                   case when v.verb in ('select', 'insert', 'update') then
                       (select string_agg(a.attname, ', ' order by a.attname) from pg_attribute a
                        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                          and has_column_privilege(r.role, c.oid, a.attnum, v.verb)) end as columns
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            cross join unnest(?::text[]) with ordinality as r(role, place)
            cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate'])
                with ordinality as v(verb, place)
            where n.nspname in ('ledger', 'vault', 'automation', 'projection', 'rebuild', 'reporting', 'witness')
              and c.relkind in ('r', 'p', 'v', 'm', 'f')
            order by relation, r.place, v.place
            """;

    private static final RunningLedger LEDGER = RunningLedger.start();

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    /// Whoever changes rights or adds a table copies target/rights.txt and has it reviewed.
    @Test
    void everybody_has_the_rights_that_were_reviewed_and_no_others() throws Exception {
        String rights = rights(LEDGER.owner()) + rights(LEDGER.vaultOwner());
        java.nio.file.Files.writeString(java.nio.file.Path.of("target", "rights.txt"), rights);

        assertThat(rights).isEqualTo(reviewed());
    }

    @Test
    void nobody_but_the_eraser_deletes_from_the_ledger_and_nobody_updates_it() throws Exception {
        assertThat(rights(LEDGER.owner()).lines().filter(line -> line.startsWith("ledger.")))
                .noneMatch(line -> line.contains("update") || line.contains("truncate"))
                .filteredOn(line -> line.contains("delete"))
                .singleElement()
                .asString()
                .startsWith("ledger.personal")
                .contains("ledger_eraser");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.event set stream = stream",
                "delete from ledger.event",
                "truncate ledger.event",
                "update ledger.command set metadata = metadata",
                "delete from ledger.command",
                "truncate ledger.command",
                "truncate ledger.tag",
                "truncate ledger.personal",
                "truncate ledger.tile",
                "truncate ledger.checkpoint",
                "truncate ledger.event, ledger.command, ledger.tag, ledger.personal"
            })
    void not_even_the_owner_changes_what_is_recorded(String sql) throws SQLException {
        try (Connection owner = LEDGER.owner().getConnection();
                Statement statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only")
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("23001");
        }
    }

    /// A line for each relation and role that may do something there, and for each relation where
    /// nobody may.
    private static String rights(DataSource database) throws SQLException {
        Map<String, Map<String, String>> rights = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(RIGHTS)) {
            query.setArray(1, connection.createArrayOf("text", ROLES));
            ResultSet row = query.executeQuery();
            while (row.next()) {
                Map<String, String> roles =
                        rights.computeIfAbsent(
                                row.getString("relation"), _ -> new LinkedHashMap<>());
                String columns = row.getString("columns");
                if (row.getBoolean("everywhere")) {
                    roles.merge(
                            row.getString("role"), row.getString("verb"), (a, b) -> a + " " + b);
                } else if (columns != null) {
                    roles.merge(
                            row.getString("role"),
                            row.getString("verb") + "(" + columns + ")",
                            (a, b) -> a + " " + b);
                }
            }
        }
        StringBuilder lines = new StringBuilder();
        rights.forEach((relation, roles) -> {
            if (roles.isEmpty()) {
                lines.append(relation).append(" nobody\n");
            }
            roles.forEach((role, verbs) ->
                    lines.append("%-36s %-14s %s%n".formatted(relation, role, verbs)));
        });
        return lines.toString();
    }

    private static String reviewed() throws IOException {
        try (InputStream text =
                Objects.requireNonNull(RolesTest.class.getResourceAsStream("rights.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
