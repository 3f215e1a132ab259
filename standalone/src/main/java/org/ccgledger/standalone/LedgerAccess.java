package org.ccgledger.standalone;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.ccgledger.standalone.postgres.DataFolder;
import org.ccgledger.standalone.postgres.EmbeddedServer;
import org.ccgledger.standalone.postgres.ServerAddress;
import org.ccgledger.standalone.postgres.UnusableDataFolder;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

/// How a subcommand reaches the ledger's database.
///
/// Without a URL it is that of the data folder: of the process that runs on it, or else of a server
/// that is started for the time. With one, the password comes from the environment or is asked for;
/// a command line is no place for it.
final class LedgerAccess {

    private static final String PASSWORD = "CCG_DATABASE_PASSWORD";
    private static final String LEDGER = "ledger";

    /// Who owns the embedded server's databases.
    static final String OWNER = ServerAddress.USER;

    @Option(
            names = "--data-directory",
            paramLabel = "FOLDER",
            description = "the data folder; ${DEFAULT-VALUE} by default")
    private Path folder = Path.of(".ccg-ledger");

    @Option(
            names = "--url",
            paramLabel = "JDBC-URL",
            description = "the ledger's database, in place of the data folder's")
    private @Nullable String url;

    @Option(
            names = "--user",
            description =
                    "the user at that database; its password is taken from the environment variable "
                            + PASSWORD
                            + ", or asked for")
    private @Nullable String user;

    /// What is done with the database.
    interface Work {
        int with(DataSource ledger) throws Exception;
    }

    /// Says in one sentence why the database cannot be reached.
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreachable(String sentence) {
            super(sentence);
        }
    }

    /// Does something as one of the logins that the ledger made, or as the user that was given.
    int as(String login, Work work) throws Exception {
        if (url != null) {
            return work.with(source(url, givenUser(), password()));
        }
        if (!Files.isDirectory(folder.resolve("postgres"))) {
            throw new Unreachable(
                    "There is no ledger in "
                            + folder.toAbsolutePath().normalize()
                            + ": name its folder with --data-directory, or its database with --url.");
        }
        try (DataFolder owned = DataFolder.open(folder);
                EmbeddedServer server = new EmbeddedServer(owned)) {
            return work.with(source(server.start(), login));
        } catch (UnusableDataFolder e) {
            ServerAddress serving =
                    EmbeddedServer.serving(folder)
                            .orElseThrow(() -> new Unreachable(String.valueOf(e.getMessage())));
            return work.with(source(serving, login));
        }
    }

    /// A file of the ledger's keys.
    Path key(String name) {
        return folder.resolve("keys").resolve(name);
    }

    private static DataSource source(ServerAddress address, String login) {
        if (login.equals(OWNER)) {
            return source(address.jdbcUrl(LEDGER), login, address.password());
        }
        return source(
                address.jdbcUrl(LEDGER),
                login,
                new Databases.Settings.Database(
                                address.jdbcUrl(LEDGER), ServerAddress.USER, address.password())
                        .passwordOf(login));
    }

    private static DataSource source(String url, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private String givenUser() throws Unreachable {
        if (user == null) {
            throw new Unreachable("With --url say who you are there: --user.");
        }
        return user;
    }

    private String password() throws Unreachable {
        String given = System.getenv(PASSWORD);
        if (given != null) {
            return given;
        }
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("Password of %s: ", user))
                .map(String::new)
                .orElseThrow(() ->
                        new Unreachable(
                                "Put the password into the environment variable "
                                        + PASSWORD
                                        + "."));
    }
}
