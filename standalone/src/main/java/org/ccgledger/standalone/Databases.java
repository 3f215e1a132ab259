package org.ccgledger.standalone;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.ccgledger.command.CommandSchema;
import org.ccgledger.ledger.Eraser;
import org.ccgledger.ledger.LedgerSchema;
import org.ccgledger.query.QuerySchema;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The databases, each reached with the least rights that its user needs.
///
/// The owner migrates and makes the logins `ccg_command` (appends to the ledger, keeps what falls
/// due), `ccg_query` (reads the ledger, writes the read models), `ccg_auditor` (reads the ledger)
/// and `ccg_eraser` (deletes personal parts and keys). Their passwords are derived from the
/// owner's, so that every process knows them and none stores them.
@Configuration(proxyBeanMethods = false)
class Databases {

    static final String COMMAND = "ccg_command";
    static final String AUDITOR = "ccg_auditor";
    static final String ERASER = "ccg_eraser";
    static final String QUERY = "ccg_query";

    private static final int POOL = 16;

    /// How long a probe waits, for the connection and for each answer.
    static final int PROBE_SECONDS = 2;

    /// Where the databases are: JDBC URLs of the ledger and the vault, and the owner's login.
    @ConfigurationProperties("ccg")
    record Settings(Database database, Vault vault) {
        /// The ledger's database and its owner.
        record Database(String url, String user, String password) {
            /// The password of a login that is made here.
            String passwordOf(String login) {
                try {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(
                            new SecretKeySpec(
                                    password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                    return HexFormat.of()
                            .formatHex(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)));
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("Every Java platform has HmacSHA256", e);
                }
            }
        }

        record Vault(String url) {}

        DataSource owner(String url) {
            return login(url, database.user(), database.password());
        }

        /// The ledger's database, as one of the logins made here.
        DataSource as(String user) {
            return login(database.url(), user, passwordOf(user));
        }

        DataSource vaultAs(String user) {
            return login(vault.url(), user, passwordOf(user));
        }

        /// The ledger's database, for a look that ends soon whatever happens.
        DataSource probe(String user) {
            return probe(database.url(), user);
        }

        /// The vault's, in the same way.
        DataSource vaultProbe() {
            return probe(vault.url(), COMMAND);
        }

        private DataSource probe(String url, String user) {
            PGSimpleDataSource probe = login(url, user, passwordOf(user));
            probe.setConnectTimeout(PROBE_SECONDS);
            probe.setLoginTimeout(PROBE_SECONDS);
            probe.setSocketTimeout(PROBE_SECONDS);
            return probe;
        }

        private static PGSimpleDataSource login(String url, String user, String password) {
            PGSimpleDataSource login = new PGSimpleDataSource();
            login.setUrl(url);
            login.setUser(user);
            login.setPassword(password);
            return login;
        }

        String passwordOf(String login) {
            return database.passwordOf(login);
        }
    }

    /// Says that the databases are as this build needs them.
    record Migrated() {}

    @Bean
    Migrated migrated(Settings settings) {
        DataSource owner = settings.owner(settings.database().url());
        LedgerSchema.migrate(owner);
        LedgerSchema.login(owner, COMMAND, settings.passwordOf(COMMAND), "ledger_app");
        DataSource vaultOwner = settings.owner(settings.vault().url());
        LedgerSchema.migrateVault(vaultOwner);
        LedgerSchema.login(vaultOwner, COMMAND, settings.passwordOf(COMMAND), "ledger_app");
        for (DataSource each : List.of(owner, vaultOwner)) {
            LedgerSchema.login(each, ERASER, settings.passwordOf(ERASER), "ledger_eraser");
        }
        CommandSchema.migrate(owner);
        QuerySchema.migrate(owner);
        LedgerSchema.login(owner, QUERY, settings.passwordOf(QUERY), "ledger_auditor");
        LedgerSchema.login(owner, AUDITOR, settings.passwordOf(AUDITOR), "ledger_auditor");
        return new Migrated();
    }

    @Bean(defaultCandidate = false)
    DataSource commandDatabase(Settings settings, Migrated migrated) {
        return durable(pool(settings, settings.database().url(), COMMAND));
    }

    @Bean(defaultCandidate = false)
    DataSource automationDatabase(Settings settings, Migrated migrated) {
        return rebuildable(pool(settings, settings.database().url(), COMMAND));
    }

    /// Not pooled: whoever signs checkpoints keeps one connection for as long as it signs.
    @Bean(defaultCandidate = false)
    DataSource checkpointDatabase(Settings settings, Migrated migrated) {
        return settings.as(COMMAND);
    }

    @Bean(defaultCandidate = false)
    DataSource vaultDatabase(Settings settings, Migrated migrated) {
        return durable(pool(settings, settings.vault().url(), COMMAND));
    }

    /// Not pooled: erasures are rare.
    @Bean
    Eraser eraser(Settings settings, Migrated migrated) {
        return new Eraser(settings.as(ERASER), settings.vaultAs(ERASER));
    }

    /// The views join many tables by their keys, so planning one takes longer than reading it: its
    /// joins stay in the order in which they are written, and a plan is kept.
    @Bean(defaultCandidate = false)
    DataSource queryDatabase(Settings settings, Migrated migrated) {
        HikariConfig config = pool(settings, settings.database().url(), QUERY);
        config.addDataSourceProperty("prepareThreshold", "1");
        return rebuildable(
                config, "set join_collapse_limit = 1", "set plan_cache_mode = force_generic_plan");
    }

    private static HikariConfig pool(Settings settings, String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(user);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(settings.passwordOf(user));
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(1);
        return config;
    }

    private static HikariDataSource durable(HikariConfig config) {
        return new HikariDataSource(config);
    }

    /// For what can be made again from the ledger: after a crash the last of it is read again, so
    /// nothing waits for the disk.
    private static HikariDataSource rebuildable(HikariConfig config, String... settings) {
        config.setConnectionInitSql(
                Stream.concat(Stream.of("set synchronous_commit = off"), Stream.of(settings))
                        .collect(Collectors.joining("; ")));
        return new HikariDataSource(config);
    }
}
