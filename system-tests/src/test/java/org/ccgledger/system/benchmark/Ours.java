package org.ccgledger.system.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.handling.Answer;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.command.statedfigures.StatedFigureCommand.RecordStatedFigure;
import org.ccgledger.command.statedfigures.StatedFigureDecider;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.Role;
import org.ccgledger.events.StatedFigureId;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.AppendResult;
import org.ccgledger.ledger.Digests;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerKeys;
import org.ccgledger.ledger.LedgerSchema;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.SubjectVault;

/// A command node of ours in this process, wired as the product wires it: decisions, decision
/// records, hashes and idempotency are all there.
final class Ours implements Recorder {

    static final String NAME = "ours";

    static final String LOGIN = "benchmark_app";
    private static final Actor ACTOR =
            new Actor("registry-1", Role.REGISTRY, new BodyRef("DH/X1"), null);
    private static final Set<String> RECORDED = EventTypes.namesOf(StatedFigureRecorded.class);
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final HikariDataSource pool;
    private final Ledger ledger;
    private final Commands commands;

    private Ours(HikariDataSource pool, LedgerKeys keys) {
        this.pool = pool;
        this.ledger =
                Ledger.open(
                        pool,
                        new SubjectVault(pool),
                        keys,
                        Clock.systemUTC(),
                        new SimpleMeterRegistry());
        this.commands =
                new Commands(
                        SimpleCommandBus.builder()
                                .transactionManager(NoTransactionManager.INSTANCE)
                                .build(),
                        new CommandTypes(List.of(StatedFigureDecider.DECIDER)),
                        ledger,
                        keys.fingerprintKey(),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry(),
                        "benchmark",
                        () -> 0);
    }

    /// A node on a database, whose tables are made if there are none.
    ///
    /// @param url of a database of the bench
    static Ours on(Bench bench, String url) {
        migrate(bench, url);
        return on(bench.pool(url, LOGIN), keys(bench));
    }

    /// Makes a ledger's tables, and somebody who may append.
    static void migrate(Bench bench, String url) {
        var owner = bench.owner(url);
        LedgerSchema.migrate(owner);
        LedgerSchema.migrateVault(owner);
        LedgerSchema.login(owner, LOGIN, bench.password(), "ledger_app");
    }

    /// A node on a pool of connections to a database that another node is on.
    static Ours on(HikariDataSource pool, Path keys) {
        return new Ours(pool, LedgerKeys.at(keys));
    }

    static Path keys(Bench bench) {
        return bench.folder().resolve("keys/ledger");
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void create(String figure) {
        record(figure, BigDecimal.ONE);
    }

    @Override
    public void update(String figure) {
        record(figure, Figures.value());
    }

    private void record(String figure, BigDecimal value) {
        record(figure, value, figure + "-" + value);
    }

    /// @param key that no other command has
    void record(String figure, BigDecimal value, String key) {
        Envelope envelope = envelope(figure, value, key);
        Answer answer = commands.send(envelope);
        while (answer instanceof Answer.Contention) {
            answer = commands.send(envelope);
        }
        if (!(answer instanceof Answer.Concluded(var stored, var replayed))
                || replayed
                || !RECORDED.contains(stored.events().getFirst().type())) {
            throw new IllegalStateException(key + " was answered " + answer);
        }
    }

    /// Recording a figure, or a new value of it, as the product's own route puts it.
    static Envelope envelope(String figure, BigDecimal value, String key) {
        UUID commandId =
                Digests.uuid(
                        Digests.sha256(
                                ("local\n" + ACTOR.id() + "\n" + key)
                                        .getBytes(StandardCharsets.UTF_8)));
        return new Envelope(
                commandId,
                key,
                new RecordStatedFigure(
                        new StatedFigureId(figure),
                        Figures.SOURCE,
                        Figures.SUBJECT,
                        Figures.COUNTED,
                        null,
                        value,
                        Figures.UNIT,
                        Figures.DAY),
                Figures.json(figure, value.toString()).getBytes(StandardCharsets.UTF_8),
                ACTOR,
                Figures.DAY,
                null,
                null,
                List.of(),
                null,
                OptionalLong.empty(),
                commandId.toString(),
                null);
    }

    /// Appends one event to a stream of its own, with next to nothing beside it and no command.
    void append(String stream, byte[] fact) {
        AppendResult result =
                ledger.append(
                        new Append(
                                Digests.uuid(
                                        Digests.sha256(stream.getBytes(StandardCharsets.UTF_8))),
                                new byte[32],
                                NOTHING,
                                NOTHING,
                                List.of(),
                                stream,
                                0,
                                List.of(
                                        new NewEvent(
                                                RECORDED.iterator().next(),
                                                1,
                                                Figures.DAY,
                                                Set.of(),
                                                fact,
                                                List.of())),
                                List.of()));
        if (!(result instanceof AppendResult.Appended)) {
            throw new IllegalStateException(stream + " was answered " + result);
        }
    }

    @Override
    public void close() {
        ledger.close();
        pool.close();
    }
}
