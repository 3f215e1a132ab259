package org.ccgledger.system.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ccgledger.events.EventJson;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.system.benchmark.Rounds.Side;

/// How long it takes to read a stream from its beginning, with its events as objects.
final class Sourcing implements Measurement {

    private static final List<Integer> LENGTHS = List.of(10, 100, 1000);

    @Override
    public String name() {
        return "sourcing";
    }

    @Override
    public List<Row> measure(Bench bench) {
        List<Row> rows = new ArrayList<>();
        try (Ours ours = Ours.on(bench, bench.database("sourcing_ours"));
                Stock stock = Stock.on(bench, bench.database("sourcing_stock"))) {
            for (int length : LENGTHS) {
                String figure = Figures.name();
                record(ours, figure, length);
                record(stock, figure, length);
                rows.add(
                        Row.shown(
                                "sourcing a stream of %,d events".formatted(length),
                                "streams/s",
                                Rounds.inTurn(
                                        bench,
                                        side(Ours.NAME, () -> read(ours, figure), length, bench),
                                        side(
                                                Stock.NAME,
                                                () -> read(stock, figure),
                                                length,
                                                bench))));
            }
        }
        return rows;
    }

    /// Reads, and tells how many there were.
    private interface Reading {
        long events();
    }

    private static Side side(String name, Reading reading, int length, Bench bench) {
        Callers one = new Callers(1, bench.settings());
        return new Side(
                name,
                time -> {
                    AtomicLong read = new AtomicLong();
                    Sample sample = one.callFor(time, _ -> read.addAndGet(reading.events()));
                    if (read.get() != (long) length * sample.nanos().length) {
                        throw new IllegalStateException("A stream was not read whole");
                    }
                    return sample;
                });
    }

    private static void record(Recorder recorder, String figure, int length) {
        recorder.create(figure);
        for (int i = 1; i < length; i++) {
            recorder.update(figure);
        }
    }

    private static long read(Ours ours, String figure) {
        long read = 0;
        for (StoredEvent event : ours.ledger().readStream("stated-figure:" + figure).events()) {
            if (EventJson.read(event.type(), event.schemaVersion(), event.fact()) != null) {
                read++;
            }
        }
        return read;
    }

    private static long read(Stock stock, String figure) {
        return stock.transactions()
                .fetchInTransaction(() ->
                        stock.store()
                                .readEvents(figure)
                                .asStream()
                                .filter(message -> message.getPayload() != null)
                                .count());
    }
}
