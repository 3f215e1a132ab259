package org.ccgledger.system.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an event takes on the disk, with all that is kept beside it.
final class Sizes implements Measurement {

    private static final String OURS = "relnamespace = 'ledger'::regnamespace";
    private static final String STOCK = "relname = 'domainevententry'";

    @Override
    public String name() {
        return "sizes";
    }

    @Override
    public List<Row> measure(Bench bench) {
        int events = bench.settings().sizes().getFirst();
        String oursUrl = bench.database("size_ours");
        String stockUrl = bench.database("size_stock");
        try (Ours ours = Ours.on(bench, oursUrl);
                Stock stock = Stock.on(bench, stockUrl)) {
            Batch.of(events, _ -> ours.create(Figures.name()));
            Batch.of(events, _ -> stock.create(Figures.name()));
            List<Row> rows = new ArrayList<>();
            rows.add(
                    row(
                            "an event on the disk, with its command's record and indexes",
                            bytes(bench, oursUrl, "pg_total_relation_size", OURS) / events,
                            bytes(bench, stockUrl, "pg_total_relation_size", STOCK) / events));
            rows.add(
                    row(
                            "of that its indexes",
                            bytes(bench, oursUrl, "pg_indexes_size", OURS) / events,
                            bytes(bench, stockUrl, "pg_indexes_size", STOCK) / events));
            return rows;
        }
    }

    private static Row row(String what, double ours, double stock) {
        return Row.shown(
                what,
                "bytes",
                List.of(
                        new Series(Ours.NAME, List.of(Sample.of(ours))),
                        new Series(Stock.NAME, List.of(Sample.of(stock)))));
    }

    private static double bytes(Bench bench, String url, String function, String tables) {
        return JdbcClient.create(bench.owner(url))
                .sql(
                        "select sum(%s(oid)) from pg_class where relkind = 'r' and %s"
                                .formatted(function, tables))
                .query(Double.class)
                .single();
    }
}
