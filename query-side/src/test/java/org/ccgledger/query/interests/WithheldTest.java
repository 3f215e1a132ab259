package org.ccgledger.query.interests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.interests.InterestEvent.PublicationWithheld;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.Test;

/// What is asked again about the time before an interest was withheld from publication.
class WithheldTest {

    private static final PersonId MEMBER = new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11");
    private static final InterestId SHARES = new InterestId("3c1f7a90-55d2-4e1b-8b64-0a9d7e2c4f18");

    private static final List<String> SHOWING =
            List.of(
                    "/v1/interests?ccg=08J&asOf=2013-06-01",
                    "/v1/interests/diff?ccg=08J&fromAsOf=2013-04-30&asOf=2013-06-01",
                    "/v1/persons/" + MEMBER + "/held?asOf=2013-06-01",
                    "/v1/persons/" + MEMBER + "/held/diff?fromAsOf=2013-04-30&asOf=2013-06-01",
                    "/v1/late-and-corrected?kind=DECLARED_LATE&asOf=2013-06-01",
                    "/v1/late-and-corrected/diff?kind=DECLARED_LATE&fromAsOf=2013-04-30"
                            + "&asOf=2013-06-01",
                    "/v1/reports/registers/interests?ccg=08J&asOf=2013-06-01",
                    "/v1/reports/committees/08J/years/2014-15?asOf=2014-05-01");

    @Test
    void an_answer_about_the_past_changes_when_an_interest_is_withheld() {
        try (RunningQuerySide queries = new RunningQuerySide()) {
            SampleHistory.appendTo(queries.history());
            queries.catchUp();
            long known = queries.ledger().head();
            List<String> paths = SHOWING.stream().map(path -> path + "&knownAt=" + known).toList();
            Map<String, HttpResponse<String>> before = new LinkedHashMap<>();
            paths.forEach(path -> before.put(path, queries.get(path)));
            withhold(queries);
            queries.catchUp();

            before.forEach((path, was) -> {
                HttpResponse<String> is = queries.get(path, "If-None-Match", tag(was));
                assertThat(is.statusCode()).as(path).isEqualTo(200);
                assertThat(is.body()).as(path).isNotEqualTo(was.body());
                assertThat(Stream.of(was, is).map(WithheldTest::caching))
                        .as(path)
                        .allMatch(control ->
                                control.contains("no-cache") || control.equals("no-store"));
                assertThat(queries.get(path, "If-None-Match", tag(is)).statusCode())
                        .as(path)
                        .isEqualTo(304);
            });
        }
    }

    @Test
    void nothing_is_answered_about_interests_before_all_is_known_that_is_withheld() {
        try (RunningQuerySide queries = new RunningQuerySide()) {
            SampleHistory.appendTo(queries.history());
            queries.catchUp();
            long known = queries.ledger().head();
            withhold(queries);
            queries.catchUp();
            queries.sql()
                    .sql(
                            "update projection.progress set position = ? where projection = 'interests'")
                    .param(known)
                    .update();

            SHOWING.forEach(path ->
                    assertThat(queries.get(path + "&knownAt=" + known).statusCode())
                            .as(path)
                            .isEqualTo(503));
            assertThat(queries.get("/v1/ccgs?asOf=2013-06-01&knownAt=" + known).statusCode())
                    .isEqualTo(200);
        }
    }

    private static void withhold(RunningQuerySide queries) {
        queries.history()
                .append(
                        StreamName.interests(MEMBER, SampleHistory.KINGSTON),
                        new PublicationWithheld(
                                SHARES, MEMBER, SampleHistory.KINGSTON, LocalDate.of(2014, 10, 1)));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String caching(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Control").orElseThrow();
    }
}
