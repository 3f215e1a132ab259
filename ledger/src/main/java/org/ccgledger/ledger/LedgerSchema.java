package org.ccgledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The ledger's tables, and the roles that may do what with them.
///
/// Three roles without login hold the rights: `ledger_app` appends and reads, `ledger_auditor`
/// reads, `ledger_eraser` deletes personal parts and keys. Whoever runs the migration owns the
/// tables and may create roles.
public final class LedgerSchema {

    private static final int MOST_ATTEMPTS = 50;
    private static final long PAUSE_NANOS = 2_000_000;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private LedgerSchema() {}

    /// Brings the ledger's database up to this build.
    public static void migrate(DataSource owner) {
        createGroups(owner);
        migrate(owner, "ledger", "classpath:org/ccgledger/ledger/migration");
    }

    /// Brings the vault's database up to this build; it may lie on another server.
    public static void migrateVault(DataSource owner) {
        createGroups(owner);
        migrate(owner, "vault", "classpath:org/ccgledger/ledger/vault");
    }

    /// Runs the migrations of one schema, which keeps its own history.
    public static void migrate(DataSource owner, String schema, String location) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .createSchemas(true)
                .table("schema_history")
                .locations(location)
                .load()
                .migrate();
    }

    /// Makes a user that holds the rights of the roles named, or gives the existing one this
    /// password.
    public static void login(DataSource owner, String user, String password, String... roles) {
        String granted = String.join(", ", Arrays.stream(roles).map(LedgerSchema::name).toList());
        execute(
                owner,
                roleUnlessThere(user),
                "alter role " + user + " login password '" + password.replace("'", "''") + "'",
                "grant " + granted + " to " + user);
    }

    private static void createGroups(DataSource owner) {
        createRoles(owner, "ledger_app", "ledger_auditor", "ledger_eraser");
    }

    /// Makes roles without login, unless they are there.
    public static void createRoles(DataSource owner, String... roles) {
        execute(
                owner,
                Arrays.stream(roles).map(LedgerSchema::roleUnlessThere).toArray(String[]::new));
    }

    private static String roleUnlessThere(String role) {
        return "do $$ begin create role "
                + name(role)
                + "; exception when duplicate_object or unique_violation then null; end $$";
    }

    private static String name(String role) {
        if (!NAME.matcher(role).matches()) {
            throw new IllegalArgumentException("Not a role's name: " + role);
        }
        return role;
    }

    /// Roles belong to the whole server: whoever meets another node, or another ledger, that
    /// changes them at the same time does it again.
    private static void execute(DataSource owner, String... statements) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = owner.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                if (!connection.getAutoCommit()) {
                    connection.commit();
                }
                return;
            } catch (SQLException e) {
                if (attempt == MOST_ATTEMPTS || !isChangedMeanwhile(e)) {
                    throw new LedgerException.Unavailable(e);
                }
                LockSupport.parkNanos(attempt * PAUSE_NANOS);
            }
        }
    }

    /// A row that another changed at the same time ("tuple concurrently updated"), or wrote.
    private static boolean isChangedMeanwhile(SQLException error) {
        return "XX000".equals(error.getSQLState()) || "23505".equals(error.getSQLState());
    }
}
