package org.ccgledger.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ccgledger.query.Projectors;
import org.ccgledger.query.projection.ProjectionStates;
import org.ccgledger.query.projection.Rebuilds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looks after the read models, with the rights of those who write them.
@Command(
        name = "projections",
        description =
                "Lists, rebuilds and verifies the read models, while the ledger runs or stands.",
        mixinStandardHelpOptions = true,
        versionProvider = Ccg.Version.class,
        subcommands = {
            Projections.Listed.class,
            Projections.Rebuild.class,
            Projections.Verified.class,
            Projections.Retry.class,
            Projections.Skip.class
        })
final class Projections {

    /// Something that is done with rebuilds.
    private interface Work {
        int with(Rebuilds rebuilds) throws Exception;
    }

    private static int rebuilding(LedgerAccess access, Work work) {
        return rebuilding(access, () -> "Go on with the same command.", work);
    }

    private static int rebuilding(LedgerAccess access, Supplier<String> goOn, Work work) {
        return Interruption.around(
                goOn,
                () ->
                        access.as(
                                Databases.QUERY,
                                database -> {
                                    try (Rebuilds rebuilds =
                                            new Rebuilds(
                                                    database,
                                                    TheLedger.eventSerializer(),
                                                    Projectors::on)) {
                                        return work.with(rebuilds);
                                    }
                                }));
    }

    private static Rebuilds.Watch bar(String what, String projection) {
        return Progress.following(what + " of " + projection, "events")::reached;
    }

    private static void say(Rebuilds.Replayed replayed, String what) {
        System.out.printf(
                Locale.UK,
                "%s: %,d events in %s s (%,d a second), %s at position %,d; halted for %s s.%n",
                replayed.projection(),
                replayed.events(),
                seconds(replayed.took()),
                replayed.perSecond(),
                what,
                replayed.position(),
                seconds(replayed.halted()));
        if (replayed.parked() > 0) {
            System.out.printf(
                    Locale.UK,
                    "%s: %,d events are parked; see `ccg projections list`.%n",
                    replayed.projection(),
                    replayed.parked());
        }
    }

    private static String seconds(Duration took) {
        return String.format(Locale.UK, "%.2f", took.toMillis() / 1000.0);
    }

    private static void rebuild(Rebuilds rebuilds, String name) {
        say(rebuilds.rebuild(name, bar("Rebuild", name)), "in its place");
    }

    /// Lists the projections and what they have parked.
    @Command(
            name = "list",
            description =
                    "Lists the projections, how far each is, and the events that it has parked.",
            mixinStandardHelpOptions = true,
            versionProvider = Ccg.Version.class)
    static final class Listed implements Callable<Integer> {

        @Mixin private LedgerAccess access = new LedgerAccess();

        @Override
        public Integer call() {
            return Attempt.at(() -> access.as(Databases.QUERY, Listed::list));
        }

        private static int list(DataSource database) {
            Attempt.lineage(database);
            ProjectionStates all = ProjectionStates.read(JdbcClient.create(database));
            String line = "%-24s %8s %12s %12s %8s  %s%n";
            System.out.printf(
                    line, "projection", "version", "position", "behind", "parked", "state");
            for (ProjectionStates.State one : all.states()) {
                System.out.printf(
                        Locale.UK,
                        line,
                        one.projection(),
                        one.version(),
                        "%,d".formatted(one.position()),
                        "%,d".formatted(one.behind()),
                        "%,d".formatted(one.parked()),
                        one.isFed() ? "RUNNING" : "STOPPED");
            }
            for (ProjectionStates.Parked one : all.parked()) {
                System.out.printf(
                        "PARKED: %s %d %s %s: %s%n",
                        one.projection(),
                        one.position(),
                        one.stream(),
                        one.type(),
                        one.cause() == null
                                ? "it waits for one before it in its stream"
                                : one.cause());
            }
            return 0;
        }
    }

    /// Makes a projection again.
    @Command(
            name = "rebuild",
            description = {
                "Makes a projection again from the ledger, beside the live one, and puts it in its place at once.",
                "The ledger may run. What is cut off is gone on with when it is run again."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Ccg.Version.class)
    static final class Rebuild implements Callable<Integer> {

        @Mixin private LedgerAccess access = new LedgerAccess();

        @Parameters(paramLabel = "NAME", arity = "0..1", description = "the projection")
        private @Nullable String name;

        @Option(names = "--all", description = "every projection, one after another")
        private boolean all;

        @Option(
                names = "--from",
                paramLabel = "NAME",
                description =
                        "with --all: the projection to begin with, to go on after an interrupt")
        private @Nullable String from;

        private volatile @Nullable String current;

        @Override
        public Integer call() {
            return rebuilding(
                    access,
                    this::goOn,
                    rebuilds -> {
                        if (all == (name != null) || (from != null && !all)) {
                            throw new IllegalArgumentException(
                                    "Name one projection, or say --all.");
                        }
                        for (String one : name == null ? these(rebuilds) : List.of(name)) {
                            current = one;
                            rebuild(rebuilds, one);
                        }
                        return 0;
                    });
        }

        private List<String> these(Rebuilds rebuilds) {
            List<String> names = rebuilds.names();
            int first = from == null ? 0 : names.indexOf(from);
            if (first < 0) {
                throw new IllegalArgumentException("No projection is named " + from + ".");
            }
            return names.subList(first, names.size());
        }

        private String goOn() {
            return all && current != null
                    ? "Go on with: ccg projections rebuild --all --from " + current
                    : "Go on with the same command.";
        }
    }

    /// Holds projections against a replay.
    @Command(
            name = "verify",
            description =
                    "Replays a projection, or each of them, and names the first row of each table that is not as the replay makes it.",
            footer = {
                "",
                "Exit code 0: all rows are as a replay makes them. 1: they are not. 2: it could not be done."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Ccg.Version.class)
    static final class Verified implements Callable<Integer> {

        @Mixin private LedgerAccess access = new LedgerAccess();

        @Parameters(
                paramLabel = "NAME",
                arity = "0..1",
                description = "the projection; all of them by default")
        private @Nullable String name;

        @Override
        public Integer call() {
            return rebuilding(
                    access,
                    rebuilds -> {
                        int different = 0;
                        for (String one : name == null ? rebuilds.names() : List.of(name)) {
                            different += verify(rebuilds, one);
                        }
                        System.out.println(
                                different == 0
                                        ? "Every row is as a replay makes it."
                                        : different == 1
                                                ? "1 table is not as a replay makes it."
                                                : different
                                                        + " tables are not as a replay makes them.");
                        return different == 0 ? 0 : 1;
                    });
        }

        private static int verify(Rebuilds rebuilds, String projection) throws Exception {
            Rebuilds.Verified verified = rebuilds.verify(projection, bar("Replay", projection));
            say(verified.replayed(), "compared");
            for (Rebuilds.TableDigest table : verified.tables()) {
                System.out.printf(
                        Locale.UK,
                        "  %s: %,d rows, %s%n",
                        table.table(),
                        table.rows(),
                        table.digest());
            }
            for (Rebuilds.RowDifference row : verified.different()) {
                System.out.printf(
                        "DIFFERENT: %s, %s%n  live:     %s%n  replayed: %s%n",
                        row.table(),
                        row.key(),
                        row.live() == null ? "no such row" : row.live(),
                        row.replayed() == null ? "no such row" : row.replayed());
            }
            return verified.different().size();
        }
    }

    /// Handles again what a projection has parked.
    @Command(
            name = "retry",
            description = {
                "Handles again what a projection has parked, each event in its place: the projection is rebuilt.",
                "What cannot be handled is parked again."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Ccg.Version.class)
    static final class Retry implements Callable<Integer> {

        @Mixin private LedgerAccess access = new LedgerAccess();

        @Parameters(paramLabel = "NAME", description = "the projection")
        private String name = "";

        @Override
        public Integer call() {
            return rebuilding(
                    access,
                    rebuilds -> {
                        if (rebuilds.parked(name).isEmpty()) {
                            System.out.println("Nothing is parked.");
                        } else {
                            rebuild(rebuilds, name);
                        }
                        return 0;
                    });
        }
    }

    /// Has a projection pass over an event that it cannot handle.
    @Command(
            name = "skip",
            description =
                    "Has a projection pass over an event that it has parked, for good, and handles those that wait for it.",
            mixinStandardHelpOptions = true,
            versionProvider = Ccg.Version.class)
    static final class Skip implements Callable<Integer> {

        @Mixin private LedgerAccess access = new LedgerAccess();

        @Parameters(index = "0", paramLabel = "NAME", description = "the projection")
        private String name = "";

        @Parameters(index = "1", paramLabel = "POSITION", description = "of the event")
        private long position;

        @Option(
                names = "--reason",
                required = true,
                description = "why, in words; it is kept with the projections")
        private String reason = "";

        @Override
        public Integer call() {
            return rebuilding(
                    access,
                    rebuilds -> {
                        say(
                                rebuilds.skip(name, position, reason, bar("Rebuild", name)),
                                "in its place");
                        return 0;
                    });
        }
    }
}
