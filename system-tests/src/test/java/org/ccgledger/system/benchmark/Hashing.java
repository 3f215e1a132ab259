package org.ccgledger.system.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.ccgledger.system.benchmark.Rounds.Side;

/// What it costs that PostgreSQL hashes every event at its place: appends with and without.
final class Hashing implements Measurement {

    private static final int CALLERS = 32;

    @Override
    public String name() {
        return "hashing";
    }

    @Override
    public List<Row> measure(Bench bench) {
        String without = bench.database("unhashed");
        try (Ours hashed = Ours.on(bench, bench.database("hashed"));
                Ours unhashed = Ours.on(bench, without)) {
            leaveOutHash(bench.owner(without));
            List<Series> series =
                    Rounds.inTurn(
                            bench,
                            side("hashed", hashed, bench),
                            side("not hashed", unhashed, bench));
            return List.of(
                    new Row(
                            "append, %d callers, with and without the leaf's hash"
                                    .formatted(CALLERS),
                            "events/s",
                            Row.medians(series),
                            series,
                            100 * (1 - series.get(0).over(series.get(1))),
                            "% lost",
                            Bound.atMost(5),
                            null));
        }
    }

    private static Side side(String name, Ours ours, Bench bench) {
        Callers callers = new Callers(CALLERS, bench.settings());
        byte[] fact = Figures.json("figure-0000000000", "1").getBytes(StandardCharsets.UTF_8);
        return new Side(
                name, time -> callers.callFor(time, _ -> ours.append(Figures.name(), fact)));
    }

    /// Replaces the hash in whatever functions of the ledger compute it by a constant.
    private static void leaveOutHash(DataSource owner) {
        List<String> functions = new ArrayList<>();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            ResultSet rows =
                    statement.executeQuery(
                            """
                            select pg_get_functiondef(p.oid) from pg_proc p
                            where p.pronamespace = 'ledger'::regnamespace and p.prosrc like '%sha256(%'
                            """);
            while (rows.next()) {
                functions.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (functions.isEmpty()) {
            throw new IllegalStateException("No function of the ledger hashes");
        }
        Bench.execute(
                owner,
                "create function ledger.unhashed(bytea) returns bytea immutable language sql"
                        + " return decode(repeat('00', 32), 'hex')",
                "grant execute on function ledger.unhashed to public");
        for (String function : functions) {
            Bench.execute(owner, function.replace("sha256(", "ledger.unhashed("));
        }
    }
}
