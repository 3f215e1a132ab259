package org.ccgledger.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.handling.Answer;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.command.running.Automations;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.standalone.england.England;
import org.ccgledger.standalone.england.Script;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Plays a history of England on an empty ledger, and goes on where it stopped when it was stopped
/// on the way.
///
/// Every command goes over the command bus as any other does. Its id follows from the script, so
/// nothing is there twice.
@Component
@WithCommands
class ScenarioPlayer {

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioPlayer.class);
    private static final int SENDERS = 8;
    private static final int PAGE = 5_000;

    private final Commands commands;
    private final Automations automations;
    private final Ledger ledger;
    private final PlayedDate date;
    private final Welcome welcome;
    private final @Nullable Supplier<England> wanted;
    private volatile @Nullable England history;
    private volatile State state = State.NONE;
    private volatile @Nullable Progress progress;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    /// Whether a history is played.
    enum State {
        NONE,
        PLAYING,
        DONE,
        FAILED
    }

    ScenarioPlayer(
            Commands commands,
            Automations automations,
            Ledger ledger,
            PlayedDate date,
            Welcome welcome,
            @Value("${ccg.scenario:england}") String scenario) {
        this.commands = commands;
        this.automations = automations;
        this.ledger = ledger;
        this.date = date;
        this.welcome = welcome;
        this.wanted = named(scenario);
    }

    private static @Nullable Supplier<England> named(String scenario) {
        return switch (scenario) {
            case "england" -> England::to2016;
            case "england-to-2022" -> England::to2022;
            case "none" -> null;
            default ->
                    throw new IllegalArgumentException(
                            "ccg.scenario is england, england-to-2022 or none, not " + scenario);
        };
    }

    /// How the scenario stands.
    record Standing(@Nullable String name, State state, long done, long total) {}

    Standing standing() {
        Progress now = progress;
        England played = history;
        return now == null || played == null
                ? new Standing(null, state, 0, 0)
                : new Standing(played.id(), state, now.done(), now.total());
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(2)
    void ready() {
        if (wanted == null) {
            date.isToday();
            return;
        }
        England england = wanted.get();
        history = england;
        boolean begun = !ledger.known(List.of(england.first().commandId())).isEmpty();
        if (!begun && ledger.head() > 1) {
            date.isToday();
            return;
        }
        state = State.PLAYING;
        List<UUID> all = england.commandIds();
        Set<UUID> known = begun ? known(all) : Set.of();
        Progress counted = Progress.printed(england.title(), "commands", all.size());
        progress = counted;
        if (known.size() == all.size()) {
            counted.add(all.size(), "played before");
            finished();
            return;
        }
        thread =
                Thread.ofPlatform()
                        .name("scenario")
                        .daemon()
                        .start(() -> play(england, known, counted));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.join(Duration.ofSeconds(20));
        }
    }

    private void play(England england, Set<UUID> known, Progress counted) {
        long start = System.nanoTime();
        try (ExecutorService senders =
                Executors.newFixedThreadPool(SENDERS, Thread.ofVirtual().factory())) {
            for (Script.Day day : england.days()) {
                date.reached(day.on());
                List<Future<?>> lanes = new ArrayList<>();
                for (List<Envelope> lane : day.lanes()) {
                    lanes.add(
                            senders.submit(() ->
                                    lane.forEach(envelope -> send(envelope, known, counted, day))));
                }
                for (Future<?> lane : lanes) {
                    lane.get();
                }
                if (stopping) {
                    return;
                }
                automations.settle(day.on());
            }
            System.out.printf(
                    Locale.UK,
                    "%s is played: %,d commands in %d s.%n",
                    england.title(),
                    counted.total() - known.size(),
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
            finished();
        } catch (ExecutionException e) {
            failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void send(Envelope envelope, Set<UUID> known, Progress counted, Script.Day day) {
        if (stopping) {
            return;
        }
        if (!known.contains(envelope.commandId())) {
            Answer answer = commands.send(envelope);
            if (!(answer instanceof Answer.Concluded(var stored, _))
                    || isRefusal(stored.events().getFirst())) {
                throw new IllegalStateException(
                        "%s on %s was not accepted: %s"
                                .formatted(envelope.idempotencyKey(), day.on(), said(answer)));
            }
        }
        counted.add(1, day.on().toString());
    }

    private static boolean isRefusal(StoredEvent event) {
        return EventTypes.namesOf(CommandRefused.class).contains(event.type());
    }

    private static String said(Answer answer) {
        return answer instanceof Answer.Concluded(var stored, _)
                ? new String(
                        stored.events().getFirst().fact(), java.nio.charset.StandardCharsets.UTF_8)
                : answer.toString();
    }

    private Set<UUID> known(List<UUID> all) {
        Set<UUID> known = new HashSet<>();
        for (int from = 0; from < all.size(); from += PAGE) {
            known.addAll(ledger.known(all.subList(from, Math.min(from + PAGE, all.size()))));
        }
        return known;
    }

    private void finished() {
        date.isToday();
        state = State.DONE;
        welcome.say();
    }

    private void failed(Throwable cause) {
        if (!stopping) {
            state = State.FAILED;
            LOG.error("The scenario stopped; start again to go on with it", cause);
        }
    }
}
