package org.ccgledger.system.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Rebuilds.Replayed;
import org.ccgledger.system.benchmark.Rounds.Side;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All events into one read model again: the product's stated figures, made beside the live ones
/// and exchanged for them, against the same rows written one upsert an event by a processor on the
/// stock event store.
final class Rebuild implements Measurement {

    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PROJECTION = "stated-figures";
    private static final String PACKAGE = "org.ccgledger.query.statedfigures";

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public List<Row> measure(Bench bench) {
        int events = bench.settings().replayed();
        String oursUrl = bench.database("rebuild_ours");
        String stockUrl = bench.database("rebuild_stock");
        OurEvents.migrate(bench, oursUrl);
        try (Ours first = Ours.on(bench, oursUrl)) {
            first.create(Copies.original());
        }
        Copies.ofOurs(bench.owner(oursUrl), events);
        try (Ours ours = Ours.on(bench, oursUrl);
                OurEvents ourEvents =
                        new OurEvents(bench, oursUrl, ours.ledger(), Rebuild::statedFigures);
                Stock stock = Stock.on(bench, stockUrl)) {
            stock.create(Copies.original());
            Copies.ofStock(bench.owner(stockUrl), events);
            Bench.execute(
                    bench.owner(stockUrl),
                    """
                    create table stated_figure (
                        event_id text, figure text primary key, recorded_at timestamptz, effective_on date,
                        standing text, citation text, url text, subject text, counted text, wave int, value numeric,
                        unit text, as_at date)
                    """);
            await(
                    ourEvents::position,
                    ours.ledger().head(),
                    System.nanoTime() + PATIENCE.toNanos());
            try (StockEvents stockEvents =
                    new StockEvents(bench, stockUrl, stock.store(), Rebuild::upsert)) {
                JdbcClient rows = JdbcClient.create(bench.owner(stockUrl));
                return List.of(
                        Row.times(
                                "rebuild of a projection from %,d events".formatted(events),
                                "events/s",
                                Rounds.inTurn(
                                        bench,
                                        new Side(
                                                Ours.NAME,
                                                _ -> timed(ourEvents.rebuild(PROJECTION))),
                                        new Side(
                                                "one upsert an event",
                                                _ -> {
                                                    rows.sql("truncate stated_figure").update();
                                                    stockEvents.replay();
                                                    return timed(stockEvents::position, events);
                                                })),
                                Bound.atLeast(3),
                                null));
            }
        }
    }

    /// All of it, from the first event that is read until the rows are exchanged.
    private static Sample timed(Replayed rebuilt) {
        return Sample.of(rebuilt.events() * 1e9 / rebuilt.took().plus(rebuilt.halted()).toNanos());
    }

    /// From the first batch that is done to the last, so that what it takes to start does not
    /// count.
    private static Sample timed(LongSupplier reached, long end) {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        long first = await(reached, 1, patience);
        long start = System.nanoTime();
        await(reached, end, patience);
        return Sample.of((end - first) * 1e9 / (System.nanoTime() - start));
    }

    private static long await(LongSupplier reached, long position, long patience) {
        long now = reached.getAsLong();
        while (now < position) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("A replay stopped at " + now);
            }
            LockSupport.parkNanos(LOOK.toNanos());
            now = reached.getAsLong();
        }
        return now;
    }

    /// The product's projector, which is for its package alone to make.
    private static Projector statedFigures(QueryDatabase database) {
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext()) {
            context.getBeanFactory().registerSingleton("queryDatabase", database);
            ClassPathBeanDefinitionScanner scanner =
                    new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Projector.class));
            scanner.scan(PACKAGE);
            context.refresh();
            return context.getBean(Projector.class);
        }
    }

    private static void upsert(StatedFigureRecorded e, JdbcClient sql) {
        sql.sql(
                        """
                        insert into stated_figure (figure, effective_on, standing, citation, url, subject, counted,
                            wave, value, unit, as_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (figure) do update set effective_on = excluded.effective_on,
                            standing = excluded.standing, citation = excluded.citation, url = excluded.url,
                            subject = excluded.subject, counted = excluded.counted, wave = excluded.wave,
                            value = excluded.value, unit = excluded.unit, as_at = excluded.as_at
                        """)
                .param(e.figure().value())
                .param(e.effectiveOn())
                .param(e.source().standing().name())
                .param(e.source().citation())
                .param(e.source().url())
                .param(e.subject())
                .param(e.counted().name())
                .param(e.wave())
                .param(e.value())
                .param(e.unit().name())
                .param(e.asAt())
                .update();
    }
}
