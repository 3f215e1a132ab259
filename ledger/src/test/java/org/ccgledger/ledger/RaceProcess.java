package org.ccgledger.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ccgledger.ledger.AppendResult.Appended;

/// A process of 64 callers, who in each round race for the next step of one stream and for what
/// three rules allow, with guards on what they read or without.
final class RaceProcess implements AutoCloseable {

    static final int CALLERS = 64;
    static final int MEMBERS = 5;
    static final Set<String> TAKEN = Set.of("test.Taken");

    private final Process process;
    private final BufferedReader told;
    private final PrintWriter tell;

    private RaceProcess(Process process) {
        this.process = process;
        this.told = process.inputReader();
        this.tell = new PrintWriter(process.outputWriter(), true);
    }

    static RaceProcess start(TestDatabase database) throws IOException {
        return new RaceProcess(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RaceProcess.class.getName(),
                                database.url(),
                                database.keys().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /// A round of a race.
    ///
    /// @param guarded whether callers say what they have read
    record Round(String race, int number, boolean guarded) {
        static Round parse(String line) {
            String[] parts = line.split(" ", 3);
            return new Round(parts[0], Integer.parseInt(parts[1]), Boolean.parseBoolean(parts[2]));
        }

        String name(String of) {
            return of + ":" + race + ":" + number;
        }

        String contested() {
            return "contested:" + race;
        }

        @Override
        public String toString() {
            return race + " " + number + " " + guarded;
        }
    }

    /// Begins a round and returns at once.
    void begin(Round round) {
        tell.println(round);
    }

    /// Waits for the round's end.
    ///
    /// @return how many steps of the contested stream were this process's
    int steps() throws IOException {
        String line = told.readLine();
        if (line == null) {
            throw new AssertionError("The process has ended");
        }
        return Integer.parseInt(line);
    }

    @Override
    public void close() {
        tell.close();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (HikariDataSource database = new HikariDataSource();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                BufferedReader rounds =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            database.setJdbcUrl(arguments[0]);
            database.setUsername("test_app");
            database.setPassword("test");
            database.setMaximumPoolSize(16);
            try (Ledger ledger =
                    Ledger.open(
                            database,
                            new SubjectVault(database),
                            LedgerKeys.at(Path.of(arguments[1])),
                            Clock.systemUTC(),
                            new SimpleMeterRegistry())) {
                for (String line = rounds.readLine(); line != null; line = rounds.readLine()) {
                    System.out.println(run(Round.parse(line), ledger, threads));
                }
            }
        }
    }

    private static int run(Round round, Ledger ledger, ExecutorService threads) throws Exception {
        CyclicBarrier together = new CyclicBarrier(CALLERS);
        List<Future<Boolean>> callers = new ArrayList<>();
        for (int number = 0; number < CALLERS; number++) {
            boolean left = number % 2 == 0;
            callers.add(
                    threads.submit(() -> {
                        Caller caller = new Caller(ledger, round);
                        together.await();
                        boolean step = caller.stepsOn();
                        caller.takesWhatIsThereOnce();
                        caller.takesOneOfTwo(left);
                        caller.joins();
                        return step;
                    }));
        }
        int steps = 0;
        for (Future<Boolean> caller : callers) {
            steps += caller.get() ? 1 : 0;
        }
        return steps;
    }

    private record Caller(Ledger ledger, Round round) {

        /// One winner a step; a caller's own stream is nobody else's.
        boolean stepsOn() {
            long version = ledger.readStream(round.contested()).events().size();
            String own = "own:" + UUID.randomUUID();
            for (int step = 0; step < 2; step++) {
                if (!append(own, step, Set.of(), List.of())) {
                    throw new AssertionError(own + " was overtaken");
                }
            }
            return append(round.contested(), version, Set.of(), List.of());
        }

        /// At most one event of a type under a tag.
        void takesWhatIsThereOnce() {
            String tag = round.name("once");
            Slice read = ledger.readTag(tag, TAKEN);
            if (read.events().isEmpty()) {
                append(own(), 0, Set.of(tag), List.of(new Guard.OfTag(tag, TAKEN, read.head())));
            }
        }

        /// Of two streams only one may have begun.
        void takesOneOfTwo(boolean left) {
            String mine = round.name(left ? "left" : "right");
            String other = round.name(left ? "right" : "left");
            Slice read = ledger.readStream(other);
            if (read.events().isEmpty() && ledger.readStream(mine).events().isEmpty()) {
                append(mine, 0, Set.of(), List.of(new Guard.OfStream(other, read.head())));
            }
        }

        /// A group has a largest number of members.
        void joins() {
            String tag = round.name("members");
            boolean joined = false;
            Slice read = ledger.readTag(tag, TAKEN);
            while (!joined && read.events().size() < MEMBERS) {
                joined =
                        append(
                                own(),
                                0,
                                Set.of(tag),
                                List.of(new Guard.OfTag(tag, TAKEN, read.head())));
                read = ledger.readTag(tag, TAKEN);
            }
        }

        private static String own() {
            return "own:" + UUID.randomUUID();
        }

        private boolean append(String stream, long version, Set<String> tags, List<Guard> guards) {
            return ledger.append(
                            Requests.of(
                                    stream,
                                    version,
                                    UUID.randomUUID(),
                                    "test.Taken",
                                    tags,
                                    round.guarded() ? guards : List.of()))
                    instanceof Appended;
        }
    }
}
