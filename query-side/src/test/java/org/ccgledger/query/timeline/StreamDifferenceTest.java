package org.ccgledger.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.conditions.ConditionEvent.ConditionReviewDecided;
import org.ccgledger.events.conditions.ConditionEvent.ConditionVaried;
import org.ccgledger.events.conditions.ConditionEvent.RectificationPlanAgreed;
import org.ccgledger.events.conditions.ConditionEvent.RectificationPlanRevised;
import org.ccgledger.events.conditions.Milestone;
import org.ccgledger.query.RunningQuerySide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StreamDifferenceTest {

    private static final String PATH = "/v1/audit/streams/conditions/02N/diff";
    private static final CcgCode CCG = new CcgCode("02N");
    private static final LocalDate DAY = LocalDate.parse("2013-04-01");
    private static final List<Milestone> MILESTONES =
            List.of(new Milestone("Draft plan", LocalDate.parse("2013-06-01")));

    private static final RunningQuerySide QUERIES = new RunningQuerySide();
    private static long fourth;

    @BeforeAll
    static void record() {
        StreamName stream = StreamName.conditions(CCG);
        fourth =
                QUERIES.history()
                        .append(
                                stream,
                                new RectificationPlanAgreed(
                                        CCG, DocRef.titled("Plan"), MILESTONES, DAY),
                                new ConditionReviewDecided(
                                        CCG, 1, List.of(), 2, YearMonth.of(2013, 7), DAY),
                                varied("C1", "First", 1),
                                varied("C2", "Other", 1));
        QUERIES.history()
                .append(
                        stream,
                        varied("C1", "Second", 1),
                        new RectificationPlanRevised(
                                CCG, DocRef.titled("Plan 2"), MILESTONES, DAY.plusDays(1)),
                        new ConditionReviewDecided(CCG, 2, List.of(), 2, null, DAY),
                        varied("C3", "Third", 2),
                        varied("C1", "First", 1));
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    private static ConditionVaried varied(String condition, String text, int review) {
        return new ConditionVaried(CCG, new ConditionId("02N-" + condition), text, review, DAY);
    }

    private static List<String> changes(String query) {
        return StreamSupport.stream(QUERIES.json(PATH + query).get("changes").spliterator(), false)
                .map(change ->
                        String.join(
                                " ",
                                change.at("/about/condition").asString("02N"),
                                change.get("field").asString(),
                                change.get("change").asString(),
                                change.path("before").toString(),
                                change.path("beforeVersion").toString(),
                                change.path("after").toString(),
                                change.path("afterVersion").toString()))
                .toList();
    }

    @Test
    void a_field_is_told_that_says_something_else_and_who_said_it() {
        assertThat(changes("?from=4&to=6"))
                .containsExactly(
                        "02N-C1 text CHANGED \"First\" 3 \"Second\" 5",
                        "02N plan CHANGED {\"title\":\"Plan\"} 1 {\"title\":\"Plan 2\"} 6");
    }

    @Test
    void what_is_said_of_something_new_was_added_and_what_is_said_no_more_removed() {
        assertThat(changes("?from=6&to=8"))
                .containsExactly(
                        "02N review CHANGED 1 2 2 7",
                        "02N nextReview REMOVED \"2013-07\" 2  7",
                        "02N-C3 text ADDED   \"Third\" 8",
                        "02N-C3 review ADDED   2 8");
    }

    @Test
    void what_was_changed_and_changed_back_is_no_difference_between_the_ends() {
        assertThat(changes("?from=4&to=9")).noneMatch(change -> change.startsWith("02N-C1"));
    }

    @Test
    void nothing_differs_between_a_version_and_itself() {
        JsonNode same = QUERIES.json(PATH + "?from=4&to=4");

        assertThat(same.get("changes")).isEmpty();
        assertThat(same.get("events")).isEmpty();
    }

    @Test
    void the_events_between_are_told_and_both_ends_with_their_places() {
        JsonNode difference = QUERIES.json(PATH + "?from=4");

        assertThat(difference.get("stream").asString()).isEqualTo("conditions:02N");
        assertThat(difference.at("/from/version").asLong()).isEqualTo(4);
        assertThat(difference.at("/from/position").asLong()).isEqualTo(fourth);
        assertThat(difference.at("/to/version").asLong()).isEqualTo(9);
        assertThat(difference.at("/to/recordedAt").asString()).isNotBlank();
        assertThat(difference.get("events"))
                .extracting(event -> event.get("version").asLong())
                .containsExactly(5L, 6L, 7L, 8L, 9L);
        assertThat(difference.at("/events/0/sentence").asString()).isNotBlank();
    }

    @Test
    void before_the_first_version_nothing_was_said() {
        JsonNode all = QUERIES.json(PATH + "?from=0&to=1");

        assertThat(all.at("/from/version").asLong()).isZero();
        assertThat(all.get("from").has("position")).isFalse();
        assertThat(changes("?from=0&to=1"))
                .hasSize(2)
                .allMatch(change -> change.contains(" ADDED "));
    }

    @ParameterizedTest
    @CsvSource({
        "'', from, 1 to 9",
        "?to=3, from, 1 to 9",
        "?from=10, from, 1 to 9",
        "?from=3&to=10, to, 1 to 9",
        "?from=0&to=0, to, 1 to 9",
        "?from=7&to=3, from, after the version 3",
        "?from=first, from, number",
        "?from=1&limit=2, limit, no parameter"
    })
    void what_is_no_version_is_refused_and_it_is_said_which_there_are(
            String query, String parameter, String says) {
        HttpResponse<String> answer = QUERIES.get(PATH + query);
        JsonNode problem = EventJson.MAPPER.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("detail").asString()).contains(says);
    }

    @Test
    void a_version_that_was_not_known_is_none() {
        HttpResponse<String> answer = QUERIES.get(PATH + "?from=1&to=5&knownAt=" + fourth);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("1 to 4");
        assertThat(QUERIES.get(PATH.replace("02N", "00X") + "?from=0").statusCode()).isEqualTo(404);
    }

    @Test
    void more_events_than_are_told_of_at_once_are_a_problem() {
        QUERIES.history()
                .append(
                        StreamName.conditions(new CcgCode("07G")),
                        IntStream.rangeClosed(1, 501)
                                .mapToObj(i -> varied("C1", "Text " + i, 1))
                                .toArray(ConditionVaried[]::new));
        QUERIES.catchUp();
        HttpResponse<String> answer = QUERIES.get(PATH.replace("02N", "07G") + "?from=0");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("TOO_MUCH_TO_COMPARE", "501 events");
        assertThat(QUERIES.get(PATH.replace("02N", "07G") + "?from=1").statusCode()).isEqualTo(200);
    }

    @Test
    void a_table_has_a_line_for_each_field() {
        List<String> lines =
                QUERIES.get(PATH + "?from=4&to=5", "Accept", "text/csv").body().lines().toList();

        assertThat(lines)
                .containsExactly(
                        "about,field,change,before,beforeVersion,after,afterVersion",
                        "ccg 02N; condition 02N-C1,text,CHANGED,First,3,Second,5");
    }
}
