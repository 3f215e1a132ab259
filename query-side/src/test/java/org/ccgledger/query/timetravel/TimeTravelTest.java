package org.ccgledger.query.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Source;
import org.ccgledger.events.StatedFigureId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.statedfigures.CountedFigure;
import org.ccgledger.events.statedfigures.FigureUnit;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.ccgledger.query.RecordedHistory;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.ccgledger.query.timetravel.ReadModels.Row;
import org.ccgledger.query.timetravel.ReadModels.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// What a read model says of a past is what it said then: every answer equals that of a replay that
/// was cut off there.
///
/// Pairs of a row and a position, and of a row and a day, are drawn at random from all read models,
/// half of them where the row begins or ends. One replay grows from position to position, so that
/// all pairs cost one replay.
class TimeTravelTest {

    private static final long SEED = 20130401;
    private static final int PAIRS = 1_000;
    private static final LocalDate FIRST_DAY = LocalDate.parse("2011-01-01");
    private static final int DAYS = 5_000;

    private static LocalDate today;
    private static RunningQuerySide live;
    private static SingleConnectionDataSource connection;
    private static JdbcClient session;
    private static ReadModels models;
    private static List<Pair> byPosition;
    private static List<Pair> byDay;
    private static final Map<Pair, Said> THEN = new HashMap<>();
    private static final List<String> OTHERWISE_NOW = new ArrayList<>();

    /// Something that is asked about a row.
    private record Pair(Row row, String path, LocalDate day, long position) {}

    /// An answer's status and, unless it is a problem, its body.
    private record Said(int status, String body) {

        static Said by(RunningQuerySide queries, String path) {
            return of(queries.get(path));
        }

        static Said of(HttpResponse<String> answer) {
            return new Said(answer.statusCode(), answer.statusCode() == 200 ? answer.body() : "");
        }
    }

    @BeforeAll
    static void replay() throws Exception {
        today = LocalDate.now(ZoneId.of("Europe/London"));
        live = new RunningQuerySide(Settings.UNLIMITED);
        state(live.history());
        SampleHistory.appendTo(live.history());
        refuse(live.history());
        live.catchUp();
        connection = new SingleConnectionDataSource(live.database().owner().getConnection(), true);
        session = JdbcClient.create(connection);
        models = new ReadModels(live);
        assertThat(models.rows())
                .hasSizeGreaterThan(150)
                .allSatisfy((_, rows) -> assertThat(rows).isNotEmpty());
        Random random = new Random(SEED);
        byPosition = drawn(random, TimeTravelTest::aroundItsKnowledge);
        byDay = drawn(random, TimeTravelTest::aroundItsDays);
        try (GrowingReplay replay = new GrowingReplay(live.database().owner())) {
            List<Pair> inOrder =
                    Stream.concat(byPosition.stream(), byDay.stream())
                            .sorted(Comparator.comparingLong(Pair::position))
                            .toList();
            for (Pair pair : inOrder) {
                replay.growTo(pair.position());
                THEN.put(pair, Said.by(replay.queries(), pair.path() + "asOf=" + pair.day()));
            }
            replay.growTo(live.ledger().head());
            for (String route : models.questions()) {
                if (!Said.by(replay.queries(), route).equals(Said.by(live, route))) {
                    OTHERWISE_NOW.add(route);
                }
            }
        }
    }

    /// Figures are stated first, so that what is counted beside them changes with the history.
    private static void state(RecordedHistory history) {
        for (CountedFigure counted : CountedFigure.values()) {
            StatedFigureId figure =
                    new StatedFigureId(counted.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            history.append(
                    StreamName.statedFigure(figure),
                    new StatedFigureRecorded(
                            figure,
                            new Source(Source.Standing.STATED, "Press release", null),
                            "groups",
                            counted,
                            null,
                            BigDecimal.TEN,
                            FigureUnit.CCGS,
                            LocalDate.parse("2013-04-01"),
                            LocalDate.parse("2013-03-15")));
        }
    }

    private static void refuse(RecordedHistory history) {
        for (CcgCode group :
                List.of(SampleHistory.KINGSTON, SampleHistory.AIREDALE, SampleHistory.THURROCK)) {
            UUID command = UUID.randomUUID();
            history.append(
                    new StreamName("command", command.toString()),
                    new CommandRefused(
                            command,
                            "application:" + group,
                            "ALREADY_DECIDED",
                            "A12",
                            422,
                            "A group is authorised once",
                            "It has been",
                            List.of(),
                            LocalDate.parse("2013-05-01")));
        }
    }

    @AfterAll
    static void close() {
        connection.destroy();
        live.close();
    }

    @Test
    void what_was_known_at_a_position_is_what_a_replay_up_to_it_says() {
        assertThat(byPosition).hasSize(PAIRS);
        assertThat(otherwise(byPosition)).isEmpty();
    }

    @Test
    void what_was_in_force_on_a_day_is_what_a_replay_says_of_it() {
        assertThat(byDay).hasSize(PAIRS);
        assertThat(otherwise(byDay)).isEmpty();
    }

    @Test
    void what_can_be_withheld_later_is_kept_by_nobody() {
        assertThat(models.heedingWithholdings())
                .contains("/v1/interests", "/v1/late-and-corrected")
                .allSatisfy(path ->
                        assertThat(isKept(live.get(path + "?asOf=2013-06-01&knownAt=20")))
                                .isFalse());
    }

    @Test
    void the_present_is_what_a_replay_of_everything_says() {
        assertThat(models.questions()).hasSizeGreaterThan(50);
        assertThat(OTHERWISE_NOW).isEmpty();
    }

    @Test
    void a_row_says_what_the_last_change_up_to_its_day_says() {
        assertThat(notAsMeant(byPosition)).isEmpty();
        assertThat(notAsMeant(byDay)).isEmpty();
    }

    @Test
    void the_pairs_are_about_every_read_model_and_most_find_something() {
        assertThat(byPosition)
                .extracting(pair -> pair.row().table())
                .containsAll(models.rows().keySet());
        assertThat(byPosition.stream().map(Pair::position).distinct().count()).isGreaterThan(200);
        assertThat(THEN.values().stream().filter(said -> said.status() == 200).count())
                .isGreaterThan(PAIRS);
    }

    @Test
    void a_row_that_is_known_one_position_too_long_is_found() {
        whileViewsSay(
                "known_to > ",
                "known_to >= ",
                () -> {
                    assertThat(otherwise(byPosition).findFirst()).isPresent();
                    assertThat(notAsMeant(byPosition).findFirst()).isPresent();
                });
    }

    @Test
    void a_row_that_is_known_one_position_too_late_is_found() {
        whileViewsSay(
                "known_from <= ",
                "known_from < ",
                () -> {
                    assertThat(otherwise(byPosition).findFirst()).isPresent();
                    assertThat(notAsMeant(byPosition).findFirst()).isPresent();
                });
    }

    @Test
    void a_row_that_is_in_force_one_day_too_long_is_found() {
        whileViewsSay(
                "eff_to > ",
                "eff_to >= ",
                () -> {
                    assertThat(otherwise(byDay).findFirst()).isPresent();
                    assertThat(notAsMeant(byDay).findFirst()).isPresent();
                });
    }

    @Test
    void a_row_that_is_in_force_one_day_too_late_is_found() {
        whileViewsSay(
                "eff_from <= ",
                "eff_from < ",
                () -> {
                    assertThat(otherwise(byDay).findFirst()).isPresent();
                    assertThat(notAsMeant(byDay).findFirst()).isPresent();
                });
    }

    private static List<Pair> drawn(Random random, Drawing drawing) {
        List<Pair> pairs = new ArrayList<>();
        List<String> tables = List.copyOf(models.rows().keySet());
        for (int i = 0; pairs.size() < PAIRS; i++) {
            List<Row> rows =
                    Objects.requireNonNull(models.rows().get(tables.get(i % tables.size())));
            Row row = rows.get(random.nextInt(rows.size()));
            List<String> showing = random.nextInt(8) == 0 ? models.sums() : models.showing(row);
            if (!showing.isEmpty()) {
                pairs.add(drawing.pair(random, row, showing.get(random.nextInt(showing.size()))));
            }
        }
        return pairs;
    }

    private interface Drawing {
        Pair pair(Random random, Row row, String path);
    }

    private static Pair aroundItsKnowledge(Random random, Row row, String path) {
        long head = live.ledger().head();
        long begins = row.position("known_from", row.position("position", 1));
        long ends = row.position("known_to", Long.MAX_VALUE);
        long position =
                switch (random.nextInt(8)) {
                    case 0 -> begins - 1;
                    case 1 -> begins;
                    case 2 -> ends - 1;
                    case 3 -> ends;
                    default -> random.nextLong(head) + 1;
                };
        return new Pair(row, path, dayOf(row).orElse(today), Math.clamp(position, 1, head));
    }

    private static Pair aroundItsDays(Random random, Row row, String path) {
        long head = live.ledger().head();
        long begins = row.position("known_from", row.position("position", 1));
        long ends = Math.min(head, row.position("known_to", Long.MAX_VALUE) - 1);
        LocalDate from = dayOf(row).orElse(today);
        LocalDate until = day(row, "eff_to").orElse(from);
        LocalDate day =
                switch (random.nextInt(8)) {
                    case 0 -> from.minusDays(1);
                    case 1 -> from;
                    case 2 -> until.minusDays(1);
                    case 3 -> until;
                    default -> FIRST_DAY.plusDays(random.nextInt(DAYS));
                };
        return new Pair(row, path, day, begins + random.nextLong(Math.max(1, ends - begins + 1)));
    }

    private static Optional<LocalDate> dayOf(Row row) {
        return day(row, "eff_from");
    }

    private static Optional<LocalDate> day(Row row, String column) {
        return Optional.ofNullable(row.value(column))
                .filter(text -> !text.equals("infinity"))
                .map(LocalDate::parse);
    }

    /// The pairs of which the live read models say something else than the replay did. They may
    /// where something is withheld since, if what they say is kept by nobody.
    private static Stream<Pair> otherwise(List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> {
                    HttpResponse<String> now =
                            live.get(
                                    "%sasOf=%s&knownAt=%d"
                                            .formatted(pair.path(), pair.day(), pair.position()));
                    return !Said.of(now).equals(THEN.get(pair))
                            && (isKept(now)
                                    || !models.isWithheldLater(pair.path(), pair.position()));
                });
    }

    private static boolean isKept(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Control").orElse("").contains("immutable");
    }

    /// The pairs of which a view of a timeline shows something else than the timeline means.
    private static Stream<Pair> notAsMeant(List<Pair> pairs) {
        Map<String, Timeline> timelines = new HashMap<>();
        models.timelines().forEach(timeline -> timelines.put(timeline.table(), timeline));
        return pairs.stream()
                .filter(pair -> timelines.containsKey(pair.row().table()))
                .filter(pair -> {
                    Timeline timeline = Objects.requireNonNull(timelines.get(pair.row().table()));
                    return !found(timeline.shown(), pair, timeline)
                            .equals(found(timeline.meant(), pair, timeline));
                });
    }

    private static List<Map<String, @Nullable Object>> found(
            String statement, Pair pair, Timeline timeline) {
        Map<String, @Nullable Object> key = new HashMap<>();
        timeline.key().forEach(column -> key.put(column, pair.row().value(column)));
        session.sql(
                        "select set_config('reporting.as_of', ?, false),"
                                + " set_config('reporting.known_at', ?, false)")
                .params(pair.day().toString(), Long.toString(pair.position()))
                .query()
                .singleRow();
        return session.sql(statement).params(key).query().listOfRows();
    }

    /// Plants a fault into the views of the live timelines, and takes it out again.
    private static void whileViewsSay(String right, String fault, Runnable work) {
        Map<String, String> views = new HashMap<>();
        for (Timeline timeline : models.timelines()) {
            String view = "projection." + timeline.table() + "_at";
            views.put(
                    view,
                    session.sql("select pg_get_viewdef('" + view + "'::regclass)")
                            .query((row, _) -> row.getString(1))
                            .single());
        }
        try {
            views.forEach((view, is) -> {
                assertThat(is).contains(right);
                define(view, is.replace(right, fault));
            });
            work.run();
        } finally {
            views.forEach(TimeTravelTest::define);
        }
    }

    private static void define(String view, String as) {
        session.sql("create or replace view " + view + " as " + as).update();
    }
}
