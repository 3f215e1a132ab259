package org.ccgledger.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ccgledger.ledger.LedgerSchema;
import org.ccgledger.ledger.Patience;
import org.ccgledger.standalone.CcgLedger;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// The whole application in this process, on an empty ledger of its own, spoken to over HTTP as
/// anybody would.
public final class RunningLedger implements AutoCloseable {

    private static final String PASSWORD = "system-tests";

    private final ConfigurableApplicationContext application;
    private final Path folder;
    private final boolean stays;
    private final Caller caller;

    private RunningLedger(ConfigurableApplicationContext application, Path folder, boolean stays) {
        this.application = application;
        this.folder = folder;
        this.stays = stays;
        this.caller = new Caller(url());
    }

    /// Starts it on a free port. No history is played unless an argument asks for one.
    public static RunningLedger start(String... arguments) {
        try {
            return start(Files.createTempDirectory("ccg-ledger-"), false, arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts it in a folder, in which what it keeps stays when it is closed.
    static RunningLedger in(Path folder, String... arguments) {
        return start(folder, true, arguments);
    }

    private static RunningLedger start(Path folder, boolean stays, String... arguments) {
        List<String> given = List.of(arguments);
        String[] all =
                Stream.concat(
                                Stream.of(
                                                "--server.port=0",
                                                "--ccg.data-directory=" + folder.resolve("data"),
                                                "--ccg.scenario=none",
                                                "--ccg.rate-limit.requests=0")
                                        .filter(setting ->
                                                given.stream()
                                                        .noneMatch(other ->
                                                                name(other).equals(name(setting)))),
                                given.stream())
                        .toArray(String[]::new);
        return new RunningLedger(CcgLedger.application().run(all), folder, stays);
    }

    private static String name(String setting) {
        return setting.replaceFirst("=.*", "");
    }

    /// Waits until a checkpoint covers all that is recorded.
    void awaitAllSigned() throws Exception {
        JdbcClient owner = JdbcClient.create(owner());
        Patience.until(
                "all is signed",
                () ->
                        owner.sql(
                                        "select (select max(size) from ledger.checkpoint) = (select max(position) from ledger.event)")
                                .query(Boolean.class)
                                .optional()
                                .orElse(false));
    }

    /// Where it answers, without a slash at the end.
    public String url() {
        return "http://127.0.0.1:" + property("local.server.port");
    }

    /// Somebody who speaks to it.
    Caller caller() {
        return caller;
    }

    /// Sends a command under a key of its own.
    public Reply post(String command, String actor, String json) {
        return caller.post(command, actor, json);
    }

    /// Sends a command; `actor` is one of [Senders].
    public Reply post(String command, String actor, String key, String json) {
        return caller.post(command, actor, key, json);
    }

    /// Asks for what reflects a token that somebody was given.
    Reply since(String token, String path) {
        return caller.since(token, path);
    }

    /// Asks for what reflects a token, and waits for it for some seconds.
    Reply since(String token, int seconds, String path) {
        return caller.since(token, seconds, path);
    }

    /// Asks a question as an auditor. The answer reflects all that was sent before through this
    /// object.
    public Reply get(String path) {
        return caller.get(path);
    }

    /// Reads as somebody in particular, such as a receipt.
    public Reply get(String path, String actor) {
        return caller.get(path, actor);
    }

    /// Reads with another header.
    Reply get(String path, String actor, String header, String value) {
        return caller.get(path, actor, header, value);
    }

    /// Reads without a token, as anybody may what is published.
    public Reply getAsAnybody(String path) {
        return caller.getAsAnybody(path);
    }

    /// A bean of the application, for what cannot be seen from outside.
    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /// The ledger's database as the superuser sees it.
    public DataSource owner() {
        return database(
                "ccg.database.url",
                property("ccg.database.user"),
                property("ccg.database.password"));
    }

    /// The vault's database as the superuser sees it.
    public DataSource vaultOwner() {
        return database(
                "ccg.vault.url", property("ccg.database.user"), property("ccg.database.password"));
    }

    /// The ledger's database as a user with the rights of one of its roles sees it.
    public DataSource as(String role) {
        String user = "test_" + role;
        LedgerSchema.login(owner(), user, PASSWORD, role);
        return database("ccg.database.url", user, PASSWORD);
    }

    /// Where its keys are.
    Path keys() {
        return folder.resolve("data/keys/ledger");
    }

    /// Starts another process on its databases, with its keys; the caller closes it.
    LedgerProcess startSecond() {
        return LedgerProcess.start(
                keys().resolveSibling("second"),
                Map.of("CCG_DATABASE_PASSWORD", property("ccg.database.password")),
                "--ccg.scenario=none",
                "--ccg.keys.file=" + keys(),
                "--ccg.database.url=" + property("ccg.database.url"),
                "--ccg.vault.url=" + property("ccg.vault.url"),
                "--ccg.database.user=" + property("ccg.database.user"));
    }

    /// Where the key is with which it signs tokens.
    Path tokenKey() {
        return folder.resolve("data/keys/tokens");
    }

    private DataSource database(String url, String user, String password) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(property(url));
        database.setUser(user);
        database.setPassword(password);
        return database;
    }

    /// A setting that it runs with.
    public String property(String name) {
        return Objects.requireNonNull(application.getEnvironment().getProperty(name), name);
    }

    /// Stops it and deletes what it kept, unless that is to stay.
    @Override
    public void close() {
        caller.close();
        application.close();
        if (stays) {
            return;
        }
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
