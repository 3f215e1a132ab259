package org.ccgledger.system.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ccgledger.system.benchmark.Rounds.Side;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What it costs that PostgreSQL hashes every event at its place: appends with and without.
final class Hashing implements Measurement {

    private static final int CALLERS = 32;
    private static final String NO_HASH = "decode(repeat('00', 32), 'hex')";

    @Override
    public String name() {
        return "hashing";
    }

    @Override
    public List<Row> measure(Bench bench) {
        String without = bench.database("unhashed");
        leaveOutHash(bench, without);
        try (Ours hashed = Ours.on(bench, bench.database("hashed"));
                Ours unhashed = Ours.on(bench.pool(without, Ours.LOGIN), Ours.keys(bench))) {
            List<Series> series =
                    Rounds.inManyTurns(
                            bench,
                            bench.settings().warmUp(),
                            side("hashed", hashed, bench),
                            side("not hashed", unhashed, bench));
            refuseHash(bench, without);
            return List.of(
                    Row.lost(
                            "append, %d callers, with and without the leaf's hash"
                                    .formatted(CALLERS),
                            "events/s",
                            series,
                            Bound.atMost(5)));
        }
    }

    private static Side side(String name, Ours ours, Bench bench) {
        Callers callers = new Callers(CALLERS, bench.settings());
        byte[] fact = Figures.json("figure-0000000000", "1").getBytes(StandardCharsets.UTF_8);
        return new Side(
                name, time -> callers.callFor(time, _ -> ours.append(Figures.name(), fact)));
    }

    /// Puts a constant in the place of PostgreSQL's own function, which the ledger calls by the
    /// same name.
    private static void leaveOutHash(Bench bench, String url) {
        Ours.migrate(bench, url);
        Bench.execute(
                bench.owner(url),
                "create schema unhashed",
                "create function unhashed.sha256(bytea) returns bytea immutable language sql return "
                        + NO_HASH,
                "grant usage on schema unhashed to public",
                "alter database %s set search_path = unhashed, pg_catalog, public"
                        .formatted(Bench.nameOf(url)));
    }

    private static void refuseHash(Bench bench, String url) {
        boolean hashed =
                JdbcClient.create(bench.owner(url))
                        .sql(
                                "select leaf_hash <> %s from ledger.event order by position desc limit 1"
                                        .formatted(NO_HASH))
                        .query(Boolean.class)
                        .single();
        if (hashed) {
            throw new IllegalStateException("The side without a hash has one");
        }
    }
}
