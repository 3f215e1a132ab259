package org.ccgledger.system.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ccgledger.system.benchmark.Rounds.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Commands over HTTP from many connections: first to both sides behind the same thin controller,
/// which shows what the ledger and its commands are worth; then to the whole product, its read
/// models and automations at work, in turn with the other side; then to it with and without its
/// tokens and checks. Each server is a process of its own, and so is the load.
final class OverHttp implements Measurement {

    private static final int CONNECTIONS = 128;
    private static final double HALF = 0.5;
    private static final double LAST = 0.99;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String PROJECTED =
            "select min(position) = (select max(position) from ledger.event) from projection.progress";
    private static final int NEVER_REACHED = 10_000_000;
    static final Pattern READY = Pattern.compile(".* is ready: .*?(http://127\\.0\\.0\\.1:\\d+).*");
    private static final Pattern DONE = Pattern.compile("done (\\d+) failed (\\d+) (.*)");

    @Override
    public String name() {
        return "http";
    }

    @Override
    public List<Row> measure(Bench bench) {
        try (JavaProcess stock = thin(bench, "stock", bench.database("http_stock"), bench.user());
                JavaProcess load = JavaProcess.start(HttpLoad.class.getName(), List.of())) {
            String stockUrl = stock.await(READY).group(1) + ThinApplication.PATH;
            Side other =
                    new Side(
                            Stock.NAME,
                            time -> run(load, stockUrl, time, bench),
                            stock::processorMicros);
            List<Row> rows = new ArrayList<>(bothThin(bench, load, other));
            rows.addAll(wholeProduct(bench, load, other));
            return rows;
        }
    }

    private static List<Row> bothThin(Bench bench, JavaProcess load, Side stock) {
        try (JavaProcess ours = thin(bench, Ours.NAME, ourTables(bench), Ours.LOGIN)) {
            String url = ours.await(READY).group(1) + ThinApplication.PATH;
            return rows(
                    "both behind a thin controller",
                    Rounds.inTurn(
                            bench,
                            bench.settings().heat(),
                            new Side(
                                    Ours.NAME,
                                    time -> run(load, url, time, bench),
                                    ours::processorMicros),
                            stock),
                    Bound.atLeast(3),
                    Bound.atLeast(5));
        }
    }

    private static List<Row> wholeProduct(Bench bench, JavaProcess load, Side stock) {
        String database = bench.database("http_product");
        try (JavaProcess product = product(bench, database)) {
            String url = product.await(READY).group(1);
            Side checked =
                    projecting(
                            "product", product, load, url + OurApplication.PATH, database, bench);
            Side bare =
                    projecting("bare", product, load, url + OurApplication.BARE, database, bench);
            List<Row> rows =
                    new ArrayList<>(
                            rows(
                                    "the whole product",
                                    Rounds.inTurn(bench, bench.settings().heat(), checked, stock),
                                    null,
                                    null));
            rows.add(
                    Row.lost(
                            "create over HTTP, with and without tokens, validation and rate limit",
                            "commands/s",
                            Rounds.inManyTurns(bench, bench.settings().heat(), checked, bare),
                            Bound.atMost(15)));
            return rows;
        }
    }

    private static List<Row> rows(
            String how, List<Series> series, @Nullable Bound gate, @Nullable Bound goal) {
        String what = "create over HTTP, %d connections, %s".formatted(CONNECTIONS, how);
        return List.of(
                Row.times(what, "commands/s", series, gate, goal),
                Row.percentiles(what + ": half of them", series, HALF, null, null),
                Row.percentiles(what + ": the slowest of 100", series, LAST, null, null),
                Row.processorTime(
                        what + ": processor time of server and PostgreSQL",
                        "µs a command",
                        series));
    }

    private static JavaProcess product(Bench bench, String database) {
        return JavaProcess.start(
                OurApplication.class.getName(),
                options("product"),
                Map.of("CCG_DATABASE_PASSWORD", bench.password()),
                "--server.port=0",
                "--ccg.scenario=none",
                "--ccg.rate-limit.requests=" + NEVER_REACHED,
                "--ccg.data-directory=" + bench.folder().resolve("application"),
                "--ccg.database.url=" + database,
                "--ccg.vault.url=" + bench.database("http_vault"),
                "--ccg.database.user=" + bench.user());
    }

    private static JavaProcess thin(Bench bench, String side, String database, String user) {
        return JavaProcess.start(
                ThinApplication.class.getName(),
                options(side),
                "--server.port=0",
                "--benchmark.side=" + side,
                "--benchmark.url=" + database,
                "--benchmark.user=" + user,
                "--benchmark.password=" + bench.password(),
                "--benchmark.pool=" + bench.settings().pool(),
                "--benchmark.keys=" + Ours.keys(bench));
    }

    private static String ourTables(Bench bench) {
        String database = bench.database("http_ours");
        Ours.migrate(bench, database);
        return database;
    }

    /// Options of the virtual machine, to look into one of the servers while it is at work.
    private static List<String> options(String side) {
        return Stream.of(System.getProperty("benchmark.jvm." + side, "").split(" ", -1))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    /// No side is charged for what is left to project from another's round.
    private static Side projecting(
            String name,
            JavaProcess server,
            JavaProcess load,
            String url,
            String database,
            Bench bench) {
        return new Side(
                name,
                time -> {
                    Sample sample = run(load, url, time, bench);
                    awaitProjections(bench, database);
                    return sample;
                },
                server::processorMicros);
    }

    static void awaitProjections(Bench bench, String database) {
        JdbcClient sql = JdbcClient.create(bench.owner(database));
        while (sql.sql(PROJECTED).query(Boolean.class).single().equals(false)) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static Sample run(JavaProcess load, String url, Duration time, Bench bench) {
        Path times = bench.folder().resolve("times");
        load.say("%s %d %d %s".formatted(url, CONNECTIONS, time.toMillis(), times));
        Matcher done = load.await(DONE);
        if (!done.group(2).equals("0")) {
            throw new IllegalStateException(
                    done.group(2) + " requests were not carried out: " + done.group(3));
        }
        return Sample.of(Long.parseLong(done.group(1)) * 1e3 / time.toMillis(), read(times));
    }

    private static long[] read(Path times) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(times));
            long[] nanos = new long[bytes.remaining() / 8];
            bytes.asLongBuffer().get(nanos);
            return nanos;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
