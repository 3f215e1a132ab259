package org.ccgledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ccgledger.events.Actor;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationDeferred;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssignedToWave;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGProposed;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.commands.RuleViolation;
import org.ccgledger.events.registry.AppointmentRoute;
import org.ccgledger.events.registry.RegistryEvent.AccountableOfficerAppointed;
import org.ccgledger.ledger.LedgerSchema;
import org.ccgledger.query.RunningQuerySide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AuditAnswersTest {

    private static final CcgCode AIREDALE = new CcgCode("02N");
    private static final CcgCode THURROCK = new CcgCode("07G");
    private static final PersonId OFFICER = new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11");
    private static final LocalDate PROPOSED = LocalDate.of(2012, 5, 1);
    private static final LocalDate ASSIGNED = LocalDate.of(2012, 6, 1);
    private static final LocalDate DEFERRED = LocalDate.of(2012, 9, 3);
    private static final Actor LEAD =
            new Actor("lead-1", Role.CCG_GOVERNANCE_LEAD, BodyRef.ccg(AIREDALE), null);
    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    private static long proposed;
    private static long deferred;

    @BeforeAll
    static void record() {
        proposed =
                QUERIES.history()
                        .append(
                                StreamName.application(AIREDALE),
                                AuditedLedger.decision("ProposeCCG"),
                                proposal());
        deferred =
                QUERIES.history()
                        .append(
                                StreamName.application(AIREDALE),
                                AuditedLedger.decision("DeferApplication"),
                                new AssignedToWave(
                                        AIREDALE, 1, new CatalogueVersion("final-2012"), ASSIGNED),
                                new ApplicationDeferred(
                                        AIREDALE,
                                        1,
                                        2,
                                        new CatalogueVersion("final-2012"),
                                        DEFERRED));
        QUERIES.history()
                .append(
                        StreamName.ccg(AIREDALE),
                        AuditedLedger.fact("AppointAccountableOfficer", LEAD),
                        new AccountableOfficerAppointed(
                                AIREDALE,
                                OFFICER,
                                new PersonalText(OFFICER, "Canary Name"),
                                LocalDate.of(2013, 4, 1),
                                AppointmentRoute.NOMINATION,
                                DEFERRED));
        refuse("AuthoriseCCG", AIREDALE, "ALREADY_DECIDED", "A12", LEAD);
        refuse("ProposeCCG", THURROCK, "REASONS_REQUIRED", "A11", AuditedLedger.SUB_COMMITTEE);
    }

    private static CCGProposed proposal() {
        return new CCGProposed(
                AIREDALE,
                new OnsCode("E38000001"),
                new AreaTeamCode("Q52"),
                "NHS Airedale, Wharfedale and Craven Clinical Commissioning Group",
                List.of(new AreaCode("E38000001")),
                List.of(new PracticeCode("A81001"), new PracticeCode("A81002")),
                DocRef.titled("Draft constitution"),
                OFFICER,
                PROPOSED);
    }

    private static void refuse(
            String command, CcgCode group, String code, String rule, Actor actor) {
        UUID id = UUID.randomUUID();
        QUERIES.history()
                .append(
                        new StreamName("command", id.toString()),
                        AuditedLedger.fact(command, actor),
                        new CommandRefused(
                                id,
                                "application:" + group,
                                code,
                                rule,
                                422,
                                "A rule refuses",
                                "In more words",
                                List.of(new RuleViolation("reasons", "are missing")),
                                DEFERRED));
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void a_decision_shows_who_made_it_under_which_authority_and_why() {
        JsonNode decision = items("/v1/decisions?asOf=2012-05-31").get(0);

        assertThat(decision.get("title").asString())
                .isEqualTo(
                        "On 1 May 2012 2 practices applied to establish NHS Airedale, Wharfedale"
                                + " and Craven Clinical Commissioning Group (02N) under the"
                                + " proposed constitution “Draft constitution”.");
        assertThat(decision.get("decidedBy").asString()).isEqualTo("a-17");
        assertThat(decision.get("role").asString()).isEqualTo("BOARD_AUTHORISATION");
        assertThat(decision.get("body").asString()).isEqualTo("BOARD/X24");
        assertThat(decision.get("provision").asString()).isEqualTo("s.14C");
        assertThat(decision.get("reasons").asString()).startsWith("The criteria");
        assertThat(decision.get("evidence").get(0).get("title").asString())
                .isEqualTo("Paper 3 of 14 March 2013");
        assertThat(decision.get("groups").get(0).asString()).isEqualTo("02N");
        assertThat(decision.get("history").asString())
                .isEqualTo("/v1/audit/streams/application/02N");
    }

    @Test
    void a_decision_lists_all_that_it_brought_about() {
        JsonNode decision = items("/v1/decisions?command=DeferApplication").get(0);

        assertThat(decision.get("events").size()).isEqualTo(2);
        assertThat(decision.get("events").get(1).get("type").asString())
                .isEqualTo("ccg.authorisation.ApplicationDeferred");
        assertThat(decision.get("outcome").asString()).isEqualTo("DECIDED");
    }

    @Test
    void decisions_are_those_of_a_day_and_of_what_was_known() {
        assertThat(items("/v1/decisions").size()).isEqualTo(2);
        assertThat(items("/v1/decisions?asOf=2012-05-01").size()).isEqualTo(1);
        assertThat(items("/v1/decisions?asOf=2012-04-30").size()).isZero();
        assertThat(items("/v1/decisions?knownAt=" + proposed).size()).isEqualTo(1);
        // The decision is known from its first event on, what it brought about only as it comes.
        assertThat(items("/v1/decisions?knownAt=" + (deferred - 1)).get(1).get("events").size())
                .isEqualTo(1);
    }

    @Test
    void decisions_are_found_by_group_body_authority_and_days() {
        assertThat(items("/v1/decisions?ccg=02N").size()).isEqualTo(2);
        assertThat(items("/v1/decisions?ccg=07G").size()).isZero();
        assertThat(items("/v1/decisions?body=BOARD/X24&role=BOARD_AUTHORISATION").size())
                .isEqualTo(2);
        assertThat(items("/v1/decisions?actor=somebody").size()).isZero();
        assertThat(items("/v1/decisions?authority=nhs%20act%202006%20S.14C").size()).isEqualTo(2);
        assertThat(items("/v1/decisions?authority=s.14Z21").size()).isZero();
        assertThat(items("/v1/decisions?effectiveFrom=2012-05-02").size()).isEqualTo(1);
        assertThat(items("/v1/decisions?effectiveTo=2012-05-01").size()).isEqualTo(1);
    }

    @Test
    void texts_are_found_by_their_words() {
        assertThat(items("/v1/decisions?q=constitutions%20airedale").size()).isEqualTo(1);
        assertThat(items("/v1/decisions?q=%22criteria%20airedale%22").size()).isZero();
        // Reasons are searched, too.
        assertThat(items("/v1/decisions?q=%22the%20criteria%22").size()).isEqualTo(2);
        assertThat(items("/v1/decisions?q=practices%20OR%20zebra").size()).isEqualTo(1);
        assertThat(items("/v1/decisions?q=dire").size()).isZero();
        assertThat(items("/v1/audit/refusals?q=in%20more%20words").size()).isEqualTo(2);
        assertThat(items("/v1/audit/events?q=%27%3A*%20%26%20%5C%20%21%28").size()).isZero();
        assertThat(items("/v1/decisions").get(0).has("said")).isFalse();
    }

    @Test
    void a_range_of_instants_holds_both_its_ends() {
        // The second and the third are of one command.
        String both = items("/v1/audit/events").get(1).get("recordedAt").asString();

        assertThat(items("/v1/audit/events?recordedTo=" + both).size()).isEqualTo(3);
        assertThat(items("/v1/audit/events?recordedFrom=" + both).size()).isEqualTo(5);
        assertThat(items("/v1/audit/events?recordedFrom=2100-01-01T00:00:00Z").size()).isZero();
    }

    @Test
    void a_refusal_says_why_and_leads_to_its_receipt() {
        JsonNode refusal = items("/v1/audit/refusals?code=ALREADY_DECIDED").get(0);

        assertThat(refusal.get("sentence").asString())
                .isEqualTo(
                        "On 3 September 2012 the command AuthoriseCCG on the application for NHS"
                                + " Airedale, Wharfedale and Craven Clinical Commissioning Group"
                                + " (02N) was refused, because “A rule refuses” (ALREADY_DECIDED,"
                                + " rule A12).");
        assertThat(refusal.get("violations").get(0).get("field").asString()).isEqualTo("reasons");
        assertThat(refusal.get("actor").asString()).isEqualTo("lead-1");
        assertThat(refusal.get("receipt").asString())
                .isEqualTo("/v1/commands/" + refusal.get("commandId").asString());
    }

    @Test
    void refusals_are_found_by_rule_group_subject_and_sender() {
        assertThat(items("/v1/audit/refusals").size()).isEqualTo(2);
        assertThat(items("/v1/audit/refusals?rule=A11").size()).isEqualTo(1);
        assertThat(items("/v1/audit/refusals?ccg=07G").size()).isEqualTo(1);
        assertThat(items("/v1/audit/refusals?subject=application:02N").size()).isEqualTo(1);
        assertThat(items("/v1/audit/refusals?body=CCG/02N&command=AuthoriseCCG").size())
                .isEqualTo(1);
        assertThat(items("/v1/audit/refusals?recordedTo=2012-01-01T00:00:00Z").size()).isZero();
        assertThat(items("/v1/audit/refusals?knownAt=" + deferred).size()).isZero();
    }

    @Test
    void decisions_are_found_by_the_types_and_tags_of_whatever_they_brought_about() {
        String deferral = "/v1/decisions?type=ccg.authorisation.ApplicationDeferred";

        assertThat(items(deferral).size()).isEqualTo(1);
        assertThat(items(deferral).get(0).get("command").asString()).isEqualTo("DeferApplication");
        // It is not yet known at the position of the decision's first event.
        assertThat(items(deferral + "&knownAt=" + (deferred - 1)).size()).isZero();
        assertThat(items("/v1/decisions?type=ccg.authorisation.AssignedToWave").size())
                .isEqualTo(1);
        assertThat(items("/v1/decisions?type=ccg.registry.AccountableOfficerAppointed").size())
                .isZero();
        assertThat(items("/v1/decisions?tag=ccg:02N").size()).isEqualTo(2);
        assertThat(items("/v1/decisions?tag=person:" + OFFICER).size()).isEqualTo(1);
        assertThat(items(deferral + "&tag=ccg:02N").size()).isEqualTo(1);
        assertThat(items(deferral + "&tag=person:" + OFFICER).size()).isZero();
    }

    @Test
    void refusals_are_found_by_what_they_were_about_and_would_have_brought_about() {
        assertThat(items("/v1/audit/refusals?stream=application:02N").size()).isEqualTo(1);
        for (String tag : List.of("ccg:02N", "application:02N", "refused:application:02N")) {
            assertThat(items("/v1/audit/refusals?tag=" + tag).size()).as(tag).isEqualTo(1);
        }
        assertThat(items("/v1/audit/refusals?tag=ccg:99Z").size()).isZero();
        String proposals = "/v1/audit/refusals?type=ccg.authorisation.CCGProposed";
        assertThat(items(proposals).size()).isEqualTo(1);
        assertThat(items(proposals).get(0).get("command").asString()).isEqualTo("ProposeCCG");
        // Nothing that was accepted shows what it brings about.
        assertThat(items("/v1/audit/refusals?type=ccg.authorisation.CCGAuthorised").size())
                .isZero();
        assertThat(items("/v1/audit/refusals?type=ccg.commands.CommandRefused").size())
                .isEqualTo(2);
    }

    @Test
    void events_are_found_by_who_what_and_when() {
        assertThat(items("/v1/audit/events?actor=a-17").size()).isEqualTo(4);
        assertThat(items("/v1/audit/events?tag=person:" + OFFICER).size()).isEqualTo(2);
        assertThat(items("/v1/audit/events?type=ccg.commands.CommandRefused").size()).isEqualTo(2);
        assertThat(items("/v1/audit/events?stream=application:02N").size()).isEqualTo(3);
        assertThat(items("/v1/audit/events?correlationId=correlation-1").size()).isEqualTo(3);
        assertThat(items("/v1/audit/events?effectiveFrom=2012-06-01&effectiveTo=2012-06-01").size())
                .isEqualTo(1);
        assertThat(items("/v1/audit/events?recordedFrom=2012-01-01T00:00:00Z").size()).isEqualTo(6);
        assertThat(items("/v1/audit/events?q=DEFERRED").size()).isEqualTo(1);
    }

    @Test
    void a_page_leads_to_the_next() {
        JsonNode first = QUERIES.json("/v1/audit/events?limit=4");
        JsonNode second = QUERIES.json(first.get("next").asString());

        assertThat(first.get("items").size()).isEqualTo(4);
        assertThat(second.get("items").size()).isEqualTo(2);
        assertThat(second.get("items").get(0).get("position").asLong())
                .isEqualTo(first.get("items").get(3).get("position").asLong() + 1);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void what_is_no_instant_is_refused() {
        for (String path : List.of("/v1/decisions", "/v1/audit/refusals", "/v1/audit/events")) {
            HttpResponse<String> answer = QUERIES.get(path + "?recordedFrom=yesterday");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("INVALID_FIELD", "recordedFrom");
        }
    }

    @Test
    void a_stream_tells_what_happened_in_order() {
        JsonNode timeline = QUERIES.json("/v1/audit/streams/application/02N");
        JsonNode last = timeline.get("items").get(2);

        assertThat(timeline.get("version").asLong()).isEqualTo(3);
        assertThat(timeline.get("items").size()).isEqualTo(3);
        assertThat(last.get("sentence").asString())
                .isEqualTo(
                        "On 3 September 2012 the application for NHS Airedale, Wharfedale and"
                                + " Craven Clinical Commissioning Group (02N) was deferred from"
                                + " wave 1 to wave 2, to be assessed against the edition final-2012"
                                + " of the criteria.");
        assertThat(last.get("who").get("role").asString()).isEqualTo("BOARD_AUTHORISATION");
        assertThat(last.get("authority").get("instrument").asString()).isEqualTo("NHS Act 2006");
        assertThat(last.get("fact").get("toWave").asInt()).isEqualTo(2);
        assertThat(last.get("leafHash").asString()).matches("[0-9a-f]{64}");
        assertThat(last.get("links").get("stream").asString())
                .isEqualTo("/v1/audit/streams/application/02N");
    }

    @Test
    void a_stream_is_read_in_pages_up_to_a_version_or_what_was_known() {
        JsonNode first = QUERIES.json("/v1/audit/streams/application/02N?limit=2&asOf=2012-10-01");
        JsonNode second = QUERIES.json(first.get("next").asString());
        JsonNode early = QUERIES.json("/v1/audit/streams/application/02N?version=1");
        JsonNode known = QUERIES.json("/v1/audit/streams/application/02N?knownAt=" + proposed);

        assertThat(first.get("items").size()).isEqualTo(2);
        assertThat(second.get("items").size()).isEqualTo(1);
        assertThat(second.has("next")).isFalse();
        assertThat(QUERIES.json(second.get("prev").asString())).isEqualTo(first);
        assertThat(second.get("asOf").asString()).isEqualTo("2012-10-01");
        assertThat(first.has("prev")).isFalse();
        assertThat(early.get("items").size()).isEqualTo(1);
        assertThat(known.get("items").size()).isEqualTo(1);
        assertThat(known.get("version").asLong()).isEqualTo(1);
    }

    @Test
    void an_unknown_stream_or_event_is_not_found() {
        for (String path :
                List.of(
                        "/v1/audit/streams/application/99Z",
                        "/v1/audit/streams/application/02N?knownAt=1",
                        "/v1/audit/events/999999",
                        "/v1/audit/events/0",
                        "/v1/audit/events/no-event",
                        "/v1/audit/events/" + UUID.randomUUID())) {
            HttpResponse<String> answer = QUERIES.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(answer.body()).contains("NOT_FOUND");
        }
    }

    @Test
    void a_cursor_of_another_making_is_refused() {
        HttpResponse<String> answer =
                QUERIES.get("/v1/audit/streams/application/02N?cursor=nonsense");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_CURSOR");
    }

    @Test
    void an_event_is_found_by_its_position_and_by_its_id() {
        JsonNode byPosition = QUERIES.json("/v1/audit/events/" + deferred).get("event");
        JsonNode byId =
                QUERIES.json("/v1/audit/events/" + byPosition.get("id").asString()).get("event");

        assertThat(byPosition.get("type").asString())
                .isEqualTo("ccg.authorisation.ApplicationDeferred");
        assertThat(byId).isEqualTo(byPosition);
    }

    @Test
    void the_ledger_s_own_first_event_can_be_seen_too() {
        JsonNode event = QUERIES.json("/v1/audit/events/1").get("event");

        assertThat(event.get("sentence").asString()).endsWith("the ledger was created.");
        assertThat(event.has("who")).isFalse();
    }

    @Test
    void what_is_personal_is_never_shown() {
        for (String path :
                List.of(
                        "/v1/audit/streams/ccg/02N",
                        "/v1/audit/events",
                        "/v1/decisions",
                        "/v1/audit/events/" + (deferred + 1))) {
            QUERIES.catchUp();
            for (String form : List.of("application/json", "text/csv", "application/x-ndjson")) {
                HttpResponse<String> answer = QUERIES.get(path, "Accept", form);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).doesNotContain("Canary");
            }
        }
        assertThat(QUERIES.get("/v1/audit/streams/ccg/02N").body()).contains(OFFICER.value());
    }

    @Test
    void those_who_report_see_the_views_and_nothing_behind_them() {
        QUERIES.catchUp();
        LedgerSchema.login(QUERIES.database().owner(), "test_reporter", "test", "reporting");
        JdbcClient reporter = JdbcClient.create(QUERIES.database().as("test_reporter"));

        assertThat(count(reporter, "reporting.decisions")).isEqualTo(2);
        assertThat(count(reporter, "reporting.refusals")).isEqualTo(2);
        assertThat(count(reporter, "reporting.audit_events")).isEqualTo(6);
        assertThatThrownBy(() -> count(reporter, "projection.refusal"))
                .isInstanceOf(DataAccessException.class);
    }

    private static int count(JdbcClient sql, String view) {
        return sql.sql("select count(*) from " + view).query(Integer.class).single();
    }

    @Test
    void events_can_be_had_as_cloud_events_in_the_order_that_is_asked_for() {
        QUERIES.catchUp();
        HttpResponse<String> answer =
                QUERIES.get(
                        "/v1/audit/events?sort=-position&stream=application:02N",
                        "Accept",
                        "application/cloudevents-batch+json");
        JsonNode batch = EventJson.MAPPER.readTree(answer.body());

        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/cloudevents-batch+json");
        assertThat(batch.valueStream().map(event -> event.get("position").asLong()))
                .containsExactly(deferred, deferred - 1, proposed);
        JsonNode event = batch.get(2);
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("type").asString()).isEqualTo("ccg.authorisation.CCGProposed.v1");
        assertThat(event.get("subject").asString()).isEqualTo("application:02N");
        assertThat(event.get("effectiveon").asString()).isEqualTo("2012-05-01");
        assertThat(event.get("actor").asString()).isEqualTo("a-17");
        assertThat(event.get("authority").asString())
                .isEqualTo("NHS Act 2006, s.14C, Scheme of delegation 2012");
        assertThat(event.get("correlationid").asString()).isEqualTo("correlation-1");
        assertThat(event.has("causationid")).isFalse();
        assertThat(event.at("/data/ons").asString()).isEqualTo("E38000001");
        assertThat(QUERIES.get(event.get("dataschema").asString()).statusCode()).isEqualTo(200);
        assertThat(
                        EventJson.MAPPER
                                .readTree(
                                        QUERIES.get(
                                                        "/v1/audit/events/"
                                                                + event.get("id").asString())
                                                .body())
                                .at("/event/position")
                                .asLong())
                .isEqualTo(proposed);
    }

    @Test
    void a_cloud_event_names_a_person_by_the_pseudonym_alone() {
        QUERIES.catchUp();
        String batch =
                QUERIES.get("/v1/audit/events", "Accept", "application/cloudevents-batch+json")
                        .body();

        assertThat(batch)
                .contains("AccountableOfficerAppointed", OFFICER.value())
                .doesNotContain("Canary");
    }

    @Test
    void what_lists_no_events_is_no_batch_of_cloud_events() {
        QUERIES.catchUp();
        HttpResponse<String> answer =
                QUERIES.get("/v1/decisions", "Accept", "application/cloudevents-batch+json");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("application/x-ndjson").doesNotContain("cloudevents");
    }

    private static JsonNode items(String path) {
        return QUERIES.json(path).get("items");
    }
}
