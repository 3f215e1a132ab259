package org.ccgledger.system.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.ccgledger.system.benchmark.Rounds.Side;

/// Two command nodes on one database, processes of their own, beside one that has all the callers.
final class TwoNodes implements Measurement {

    private static final int CALLERS = 128;

    @Override
    public String name() {
        return "nodes";
    }

    @Override
    public List<Row> measure(Bench bench) {
        String shared = database(bench, "two_nodes");
        try (NodeProcess left = NodeProcess.start(bench, shared, CALLERS / 2);
                NodeProcess right = NodeProcess.start(bench, shared, CALLERS / 2);
                NodeProcess one = NodeProcess.start(bench, database(bench, "one_node"), CALLERS)) {
            return List.of(
                    Row.times(
                            "create, %d callers, on two nodes and on one".formatted(CALLERS),
                            "commands/s",
                            Rounds.inTurn(
                                    bench,
                                    bench.settings().heat(),
                                    new Side("two nodes", time -> run(time, left, right)),
                                    new Side("one node", time -> run(time, one))),
                            Bound.atLeast(0.85),
                            null));
        }
    }

    /// A database on which a ledger has begun.
    private static String database(Bench bench, String name) {
        String url = bench.database(name);
        Ours.on(bench, url).close();
        return url;
    }

    private static Sample run(Duration time, NodeProcess... nodes) {
        Stream.of(nodes).forEach(node -> node.begin(time));
        return Sample.of(Stream.of(nodes).mapToDouble(NodeProcess::perSecond).sum());
    }
}
