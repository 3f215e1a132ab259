package org.ccgledger.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ledger's tables, and the roles that may do what with them.
///
/// Three roles without login hold the rights: `ledger_app` appends and reads, `ledger_auditor`
/// reads, `ledger_eraser` deletes personal parts and keys. Whoever runs the migration owns the
/// tables and may create roles.
public final class LedgerSchema {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerSchema.class);

    /// What PostgreSQL says of a role that is being changed by another ("tuple concurrently
    /// updated"); it has no code of its own.
    private static final String INTERNAL_ERROR = "XX000";

    private static final int MOST_ATTEMPTS = 50;
    private static final long PAUSE_NANOS = 2_000_000;
    private static final int FOR_AS_LONG_AS_IT_TAKES = -1;

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

    /// Runs the migrations of one schema, which keeps its own history. A node waits while another
    /// runs them.
    public static void migrate(DataSource owner, String schema, String location) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .createSchemas(true)
                .table("schema_history")
                .locations(location)
                .lockRetryCount(FOR_AS_LONG_AS_IT_TAKES)
                .load()
                .migrate();
    }

    /// Makes a user that holds the rights of the roles named, or gives the existing one this
    /// password.
    public static void login(DataSource owner, String user, String password, String... roles) {
        String granted = String.join(", ", Arrays.stream(roles).map(LedgerSchema::name).toList());
        changeRoles(
                owner,
                createUnlessThere(user),
                "alter role " + user + " login password '" + password.replace("'", "''") + "'",
                "grant " + granted + " to " + user);
    }

    /// Makes roles without login, unless they are there.
    public static void createRoles(DataSource owner, String... roles) {
        changeRoles(
                owner,
                Arrays.stream(roles).map(LedgerSchema::createUnlessThere).toArray(String[]::new));
    }

    private static void createGroups(DataSource owner) {
        createRoles(owner, "ledger_app", "ledger_auditor", "ledger_eraser");
    }

    private static String createUnlessThere(String role) {
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

    /// Roles belong to the whole server: whoever meets another node that changes them at the same
    /// time tries again.
    private static void changeRoles(DataSource owner, String... statements) {
        for (int attempt = 1; ; attempt++) {
            try {
                execute(owner, statements);
                return;
            } catch (SQLException e) {
                if (attempt == MOST_ATTEMPTS || !INTERNAL_ERROR.equals(e.getSQLState())) {
                    throw new LedgerException.Unavailable(e);
                }
                LOG.debug("Roles could not be changed at attempt {}", attempt, e);
                LockSupport.parkNanos(attempt * PAUSE_NANOS);
            }
        }
    }

    private static void execute(DataSource owner, String... statements) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }
}
