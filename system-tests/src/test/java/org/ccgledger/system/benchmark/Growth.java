package org.ccgledger.system.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.ccgledger.system.benchmark.Rounds.Side;

/// Whether a command takes longer when much has been recorded before it; and how large an event is
/// on the disk.
final class Growth implements Measurement {

    private static final int CALLERS = 32;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Row> measure(Bench bench) {
        List<Ours> all = new ArrayList<>();
        try {
            List<Side> sides = new ArrayList<>();
            for (int size : bench.settings().sizes()) {
                Ours ours = filled(bench, size);
                all.add(ours);
                sides.add(Create.side("after %,d events".formatted(size), ours, CALLERS, bench));
            }
            List<Series> series = Rounds.inTurn(bench, sides.toArray(Side[]::new));
            List<Row> rows = new ArrayList<>();
            for (Series grown : series.subList(1, series.size())) {
                rows.add(
                        Row.lost(
                                "create, %d callers, %s".formatted(CALLERS, grown.side()),
                                "commands/s",
                                List.of(grown, series.getFirst()),
                                Bound.atMost(20)));
            }
            return rows;
        } finally {
            all.forEach(Ours::close);
        }
    }

    private static Ours filled(Bench bench, int size) {
        String url = bench.database("grown_" + size);
        try (Ours first = Ours.on(bench, url)) {
            first.create(Copies.original());
        }
        Copies.ofOurs(bench.owner(url), size);
        return Ours.on(bench, url);
    }
}
