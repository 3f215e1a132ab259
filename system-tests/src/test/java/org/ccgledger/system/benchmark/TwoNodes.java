package org.ccgledger.system.benchmark;

import java.util.List;
import org.ccgledger.system.benchmark.Rounds.Side;

/// Two command nodes on one database, each with its own connections, beside one with all the
/// callers.
final class TwoNodes implements Measurement {

    private static final int CALLERS = 128;

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public List<Row> measure(Bench bench) {
        String two = bench.database("two_nodes");
        Callers callers = new Callers(CALLERS, bench.settings());
        try (Ours one = Ours.on(bench, bench.database("one_node"));
                Ours left = Ours.on(bench, two);
                Ours right = Ours.on(bench, two)) {
            return List.of(
                    Row.times(
                            "create, %d callers, on two nodes and on one".formatted(CALLERS),
                            "commands/s",
                            Rounds.inTurn(
                                    bench.settings(),
                                    new Side(
                                            "two nodes",
                                            time ->
                                                    callers.callFor(
                                                            time,
                                                            caller ->
                                                                    (caller % 2 == 0 ? left : right)
                                                                            .create(
                                                                                    Figures
                                                                                            .name()))),
                                    Create.side("one node", one, CALLERS, bench)),
                            Bound.atLeast(0.85),
                            null));
        }
    }
}
