package org.ccgledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.Source;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.registry.RegistryEvent.ReferenceCCGImported;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.query.RecordedHistory;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Where the rows of the audit's lists lead, with streams and people whose names are not plain.
class LinksTest {

    private static final RunningQuerySide QUERIES =
            new RunningQuerySide(Map.of("ccg.rate-limit.requests", "0"));
    private static final Actor LEAD =
            new Actor(
                    "oidc|lead-1", Role.CCG_GOVERNANCE_LEAD, BodyRef.ccg(new CcgCode("02N")), null);

    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

    private static long caused;

    @BeforeAll
    static void catchUp() {
        SampleHistory.appendTo(QUERIES.history());
        refuse("running-costs:02N:2013-14", null);
        UUID cause = QUERIES.ledger().readAfter(1, 1).getFirst().eventId();
        caused = refuse("running-costs:02N:1999-00", cause);
        QUERIES.catchUp();
    }

    private static long refuse(String subject, @Nullable UUID cause) {
        UUID id = UUID.randomUUID();
        return QUERIES.history()
                .append(
                        id,
                        new StreamName("command", id.toString()),
                        new EventMetadata(
                                "ReportRunningCosts",
                                false,
                                LEAD,
                                null,
                                null,
                                List.of(),
                                null,
                                "links-1",
                                cause,
                                "rules"),
                        new CommandRefused(
                                id,
                                subject,
                                "NO_SUCH_THING",
                                null,
                                422,
                                "A rule refuses",
                                "In more words",
                                List.of(),
                                LocalDate.of(2014, 4, 1)));
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    /// Receipts are given by the side of commands, and proofs once there is a checkpoint.
    @Test
    void what_a_row_leads_to_is_there() {
        Set<String> links = new TreeSet<>();
        for (String list : List.of("/v1/decisions", "/v1/audit/events", "/v1/audit/refusals")) {
            for (JsonNode row : rows(list + "?limit=500")) {
                row.properties().forEach(column -> add(links, column.getValue()));
                row.path("events").forEach(event -> add(links, event.get("self")));
            }
        }
        assertThat(links).anyMatch(link -> link.matches("/v1/audit/streams/[^/]+/[^/]+:.+"));
        assertThat(links).hasSizeGreaterThan(500);
        for (String link : links) {
            if (!link.startsWith("/v1/commands/") && !link.startsWith("/v1/audit/proofs/")) {
                HttpResponse<String> answer = QUERIES.get(link);
                assertThat(answer.statusCode()).as(link + answer.body()).isEqualTo(200);
            }
        }
    }

    /// The last entry of the decision is one of a later build.
    @Test
    void what_has_effect_on_a_later_day_leads_to_its_report() {
        NewEvent named =
                RecordedHistory.newEvent(
                        new ReferenceCCGImported(
                                new CcgCode("99Z"),
                                new OnsCode("E38000999"),
                                "Later",
                                "Area",
                                "Region",
                                new Source(Source.Standing.SYNTHETIC, "Made up", null),
                                LATER));
        QUERIES.history()
                .append(
                        "ccg:99Z",
                        RecordedHistory.metadata(),
                        List.of(
                                named,
                                new NewEvent(
                                        named.type(),
                                        99,
                                        LATER,
                                        Set.of(),
                                        named.fact(),
                                        List.of())));

        for (String list : List.of("/v1/decisions", "/v1/audit/events", "/v1/person-decisions")) {
            List<JsonNode> later =
                    rows(list + "?limit=500&asOf=2030-06-01").stream()
                            .filter(row -> row.get("effectiveOn").asString().equals("2030-01-01"))
                            .toList();
            assertThat(later).as(list).isNotEmpty();
            for (JsonNode row : later) {
                HttpResponse<String> answer = QUERIES.get(row.get("report").asString());
                assertThat(answer.statusCode()).as(list + answer.body()).isEqualTo(200);
            }
        }
    }

    private static void add(Set<String> links, JsonNode value) {
        if (value.asString("").startsWith("/v1/")) {
            links.add(value.asString());
        }
    }

    private static List<JsonNode> rows(String list) {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode page = QUERIES.json(list);
        while (true) {
            page.get("items").forEach(rows::add);
            if (!page.has("next")) {
                return rows;
            }
            page = QUERIES.json(page.get("next").asString());
        }
    }

    @Test
    void a_refusal_leads_to_a_stream_if_anything_was_written_to_it() {
        JsonNode refusals = QUERIES.json("/v1/audit/refusals").get("items");

        assertThat(refusals.get(0).get("history").asString())
                .isEqualTo("/v1/audit/streams/running-costs/02N:2013-14");
        assertThat(refusals.get(1).get("history").isNull()).isTrue();
        assertThat(refusals.get(0).get("personDecisions").asString())
                .isEqualTo("/v1/person-decisions?person=oidc%7Clead-1");
    }

    @Test
    void an_event_leads_to_the_one_that_its_command_reacted_to() {
        String event = "/v1/audit/events/" + caused;
        JsonNode row = rows("/v1/audit/events?correlationId=links-1").getLast();
        JsonNode links = QUERIES.json(event).at("/event/links");

        assertThat(row.get("self").asString()).isEqualTo(event);
        for (String link : List.of("cause", "correlation", "personDecisions")) {
            assertThat(links.get(link)).as(link).isEqualTo(row.get(link));
        }
        assertThat(QUERIES.json(row.get("cause").asString()).at("/event/position").asLong())
                .isEqualTo(2);
    }
}
