package org.ccgledger.system.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccgledger.system.Senders;
import org.ccgledger.system.Tokens;
import org.ccgledger.system.benchmark.Rounds.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// How soon an auditor has the first page of what is searched for in a long history beside a short
/// one, and how much longer it takes to ask for another day or for what was known before.
///
/// The history is the played England, and England again and again. Each question is about values
/// that rows have which are chosen by chance, so common values are asked for as often as they
/// occur.
final class Search implements Measurement {

    private static final int VALUES = 40;
    private static final int SEED = 7;
    private static final double MOST = 0.95;
    private static final LocalDate FIRST_DAY = LocalDate.of(2012, 10, 1);
    private static final int DAYS = 1300;
    private static final Pattern PLAYED = Pattern.compile("England .* is played: .*");

    private static final String WORD =
            """
            (select w[1] from regexp_matches(%1$s, '[A-Za-z0-9]{4,}', 'g') with ordinality m (w, i)
             order by md5(position || '-' || i) limit 1)
            """;
    private static final String INSTANT =
            "to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
    private static final String OF_DECISION =
            """
            (select e.%s from projection.decision_event e where e.first_position = decision.position
             order by md5(e.position::text) limit 1)
            """;
    private static final String ATTEMPTED =
            "(select e.type from projection.audit_event e where e.position = refusal.position)";
    private static final Map<String, String> COMMON =
            Map.of(
                    "actor", "actor",
                    "role", "role",
                    "body", "body",
                    "command", "command",
                    "correlationId", "correlation_id",
                    "authority", "provision",
                    "effectiveFrom", "effective_on",
                    "effectiveTo", "effective_on",
                    "recordedFrom", INSTANT,
                    "recordedTo", INSTANT);

    /// A list that is searched.
    ///
    /// @param values by parameter, the expression of the table that gives its values
    private record Searched(
            String path, String table, Map<String, String> values, List<List<String>> questions) {}

    private static final List<Searched> SEARCHED =
            List.of(
                    new Searched(
                            "/v1/audit/events",
                            "audit_event",
                            with(
                                    Map.of(
                                            "type", "type",
                                            "stream", "stream",
                                            "tag", "tags[1]",
                                            "ccg", "ccgs[1]",
                                            "q", WORD.formatted("sentence"))),
                            List.of(
                                    List.of("actor", "type"),
                                    List.of("body", "command"),
                                    List.of("role", "effectiveFrom"),
                                    List.of("ccg", "type"),
                                    List.of("type", "recordedFrom"),
                                    List.of("q", "type"),
                                    List.of("q", "ccg"))),
                    new Searched(
                            "/v1/decisions",
                            "decision",
                            with(
                                    Map.of(
                                            "stream",
                                            "stream",
                                            "outcome",
                                            "outcome",
                                            "ccg",
                                            "ccgs[1]",
                                            "type",
                                            OF_DECISION.formatted("type"),
                                            "tag",
                                            OF_DECISION.formatted("tags[1]"),
                                            "q",
                                            WORD.formatted(
                                                    "title || ' ' || coalesce(reasons, '')"))),
                            List.of(
                                    List.of("actor", "command"),
                                    List.of("actor", "type"),
                                    List.of("ccg", "effectiveFrom"),
                                    List.of("role", "outcome"),
                                    List.of("authority", "recordedTo"),
                                    List.of("q", "body"))),
                    new Searched(
                            "/v1/audit/refusals",
                            "refusal",
                            with(
                                    Map.of(
                                            "code", "code",
                                            "rule", "rule",
                                            "stream", "subject",
                                            "tag", "tags[1]",
                                            "ccg", "ccg",
                                            "type", ATTEMPTED,
                                            "q", WORD.formatted("sentence || ' ' || detail"))),
                            List.of(
                                    List.of("actor", "type"),
                                    List.of("ccg", "code"),
                                    List.of("tag", "effectiveFrom"),
                                    List.of("q", "body"))));

    /// Lists that are asked for another day and for what was known before.
    private static final List<String> LISTS =
            List.of(
                    "/v1/ccgs",
                    "/v1/conditions",
                    "/v1/practices",
                    "/v1/instruments",
                    "/v1/joint-committees",
                    "/v1/decisions",
                    "/v1/audit/events?type=ccg.conditions.ConditionDischarged");

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Row> measure(Bench bench) {
        List<Integer> sizes = bench.settings().sizes();
        String england = bench.database("england");
        String vault = bench.database("england_vault");
        Path played = bench.folder().resolve("england");
        try (JavaProcess application = application(bench, england, vault, played, "england")) {
            application.await(PLAYED);
            OverHttp.awaitProjections(bench, england);
        }
        try (Searcher large =
                        new Searcher(
                                bench,
                                bench.copy(england, "long"),
                                vault,
                                played,
                                sizes.getLast());
                Searcher small =
                        new Searcher(
                                bench,
                                bench.copy(england, "short"),
                                vault,
                                played,
                                sizes.getFirst())) {
            List<Row> rows = new ArrayList<>();
            for (Searched list : SEARCHED) {
                Stream.concat(
                                list.values().keySet().stream().sorted().map(List::of),
                                list.questions().stream())
                        .forEach(question -> rows.add(search(bench, list, question, large, small)));
            }
            for (String list : LISTS) {
                rows.addAll(travel(bench, list, large));
            }
            return rows;
        }
    }

    private static Row search(
            Bench bench, Searched list, List<String> question, Searcher large, Searcher small) {
        List<Series> series =
                Rounds.inTurn(bench, large.side(list, question), small.side(list, question));
        List<Row.Shown> shown = Row.percentiles(series, MOST);
        return new Row(
                "%s by %s: the slowest of 20"
                        .formatted(list.path(), String.join(" and ", question)),
                "ms",
                shown,
                series,
                shown.getFirst().value(),
                "ms",
                Bound.atMost(50),
                null);
    }

    private static List<Row> travel(Bench bench, String list, Searcher searcher) {
        Random chance = new Random(SEED);
        String sign = list.contains("?") ? "&" : "?";
        List<Series> series =
                Rounds.inTurn(
                        bench,
                        searcher.side(
                                "knownAt",
                                () ->
                                        list
                                                + sign
                                                + "knownAt="
                                                + chance.nextLong(1, searcher.events())),
                        searcher.side(
                                "asOf",
                                () ->
                                        list
                                                + sign
                                                + "asOf="
                                                + FIRST_DAY.plusDays(chance.nextInt(DAYS))),
                        searcher.side("the present", () -> list));
        return IntStream.range(0, 2)
                .mapToObj(i ->
                        Row.percentiles(
                                "%s with %s, beside the present: half of them"
                                        .formatted(list, series.get(i).side()),
                                List.of(series.get(i), series.get(2)),
                                0.5,
                                Bound.atMost(2),
                                null))
                .toList();
    }

    private static Map<String, String> with(Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(COMMON);
        all.putAll(own);
        return Map.copyOf(all);
    }

    private static JavaProcess application(
            Bench bench, String database, String vault, Path folder, String scenario) {
        return JavaProcess.start(
                OurApplication.class.getName(),
                List.of(),
                Map.of("CCG_DATABASE_PASSWORD", bench.password()),
                "--server.port=0",
                "--ccg.scenario=" + scenario,
                "--ccg.rate-limit.requests=0",
                "--ccg.data-directory=" + folder,
                "--ccg.database.url=" + database,
                "--ccg.vault.url=" + vault,
                "--ccg.database.user=" + bench.user());
    }

    /// Asks the application over a history of some length.
    private static final class Searcher implements AutoCloseable {

        private final JdbcClient sql;
        private final long events;
        private final JavaProcess application;
        private final HttpClient http = HttpClient.newHttpClient();
        private final String server;
        private final String auditor;

        Searcher(Bench bench, String database, String vault, Path played, int events) {
            this.sql = JdbcClient.create(bench.owner(database));
            this.events = Copies.ofHistory(bench.owner(database), events);
            Path folder = bench.folder().resolve("searched-" + events);
            try {
                FileSystemUtils.copyRecursively(played, folder);
                this.application = application(bench, database, vault, folder, "none");
                this.server = application.await(OverHttp.READY).group(1);
                this.auditor = new Tokens(http).header(server, Senders.AUDITOR);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        long events() {
            return events;
        }

        /// Asks the same questions in each round.
        Side side(Searched list, List<String> question) {
            List<String> urls = urls(list, question);
            return new Side("%,d events".formatted(events), _ -> ask(urls));
        }

        /// Asks other questions in each round.
        Side side(String name, Supplier<String> url) {
            return new Side(name, _ -> ask(Stream.generate(url).limit(VALUES).toList()));
        }

        private List<String> urls(Searched list, List<String> question) {
            String wanted =
                    question.stream()
                            .map(parameter -> "(" + list.values().get(parameter) + ")::text")
                            .collect(Collectors.joining(", "));
            return sql.sql(
                            "select %s from projection.%s order by md5(position || '-%d') limit %d"
                                    .formatted(wanted, list.table(), SEED, VALUES))
                    .query((row, _) -> {
                        List<String> parameters = new ArrayList<>();
                        for (int i = 0; i < question.size(); i++) {
                            String value = row.getString(i + 1);
                            if (value != null) {
                                parameters.add(
                                        question.get(i)
                                                + "="
                                                + URLEncoder.encode(value, StandardCharsets.UTF_8));
                            }
                        }
                        return list.path() + "?" + String.join("&", parameters);
                    })
                    .list();
        }

        private Sample ask(List<String> urls) {
            long[] nanos = new long[urls.size()];
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                HttpResponse<byte[]> answer = answer(urls.get(i));
                nanos[i] = System.nanoTime() - start;
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(
                            "%s: %s"
                                    .formatted(
                                            urls.get(i),
                                            new String(answer.body(), StandardCharsets.UTF_8)));
                }
            }
            return Sample.of(Numbers.percentile(Numbers.sorted(nanos), MOST) / 1e6, nanos);
        }

        private HttpResponse<byte[]> answer(String url) {
            try {
                return http.send(
                        HttpRequest.newBuilder(URI.create(server + url))
                                .header("Authorization", auditor)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            application.close();
            http.close();
        }
    }
}
