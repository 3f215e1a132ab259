package org.ccgledger.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.ccgledger.command.CommandSide;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.handling.DecisionReplay;
import org.ccgledger.command.handling.ReplayedDecision;
import org.ccgledger.ledger.ReadableLedger;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Decides a ledger's history again, with the rights to read it.
@Command(
        name = "replay",
        description = {
            "Decides again what was decided, on what the ledger held then, and names each decision that comes out otherwise.",
            "It can be stopped, and gone on with: --from the position that it has reached."
        },
        footer = {
            "",
            "Exit code 0: every decision comes out the same. 1: some do not. 2: it could not be done."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Ccg.Version.class)
final class Replay implements Callable<Integer> {

    private static final int PAGE = 500;

    @Mixin private LedgerAccess access = new LedgerAccess();

    @Option(
            names = "--from",
            paramLabel = "POSITION",
            description = "the first position to look at; ${DEFAULT-VALUE} by default")
    private long from = 1;

    @Option(
            names = "--to",
            paramLabel = "POSITION",
            description = "the last position to look at; the ledger's head by default")
    private long to = Long.MAX_VALUE;

    private volatile long reached;

    @Override
    public Integer call() {
        reached = from - 1;
        return Interruption.around(
                () -> "Go on with the same command and --from " + (reached + 1),
                () -> access.as(Databases.AUDITOR, this::replay));
    }

    /// On one connection, which is not made anew for each of many reads.
    private int replay(DataSource database) throws SQLException {
        Attempt.lineage(database);
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(true);
            return replay(new ReadableLedger(new SingleConnectionDataSource(connection, true)));
        }
    }

    private int replay(ReadableLedger ledger) {
        long last = Math.min(to, ledger.head());
        if (from < 1 || last < from) {
            throw new IllegalArgumentException(
                    "There is nothing from position %d to %d.".formatted(from, last));
        }
        DecisionReplay replay = new DecisionReplay(ledger, new CommandTypes(CommandSide.DECIDERS));
        Progress.Listener bar = Progress.following("Replay", "events");
        List<ReplayedDecision> differing = new ArrayList<>();
        long began = System.nanoTime();
        AtomicLong decided = new AtomicLong();
        try {
            replay.replay(
                    from,
                    last,
                    PAGE,
                    page -> {
                        decided.addAndGet(page.decisions().size());
                        page.decisions().stream()
                                .filter(decision -> !decision.isSame())
                                .forEach(differing::add);
                        reached = page.reached();
                        bar.reached(reached - (from - 1), last - from + 1);
                    });
        } finally {
            say(decided.get(), differing, Duration.ofNanos(System.nanoTime() - began));
        }
        return differing.isEmpty() ? 0 : 1;
    }

    private static void say(long decided, List<ReplayedDecision> differing, Duration took) {
        for (ReplayedDecision decision : differing) {
            System.out.printf(
                    "%s: %d %s %s%n",
                    decision.verdict(),
                    decision.position(),
                    decision.command(),
                    decision.commandId());
            decision.differences().forEach(difference -> System.out.println("  " + difference));
        }
        System.out.printf(
                Locale.UK,
                "Decided again: %,d decisions in %d.%d s (%,d a second). %s%n",
                decided,
                took.toSeconds(),
                took.toMillisPart() / 100,
                decided * 1000 / Math.max(1, took.toMillis()),
                differing.isEmpty()
                        ? "Every one comes out the same."
                        : "%,d come out otherwise.".formatted(differing.size()));
    }
}
