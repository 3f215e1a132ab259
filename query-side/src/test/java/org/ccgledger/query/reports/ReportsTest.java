package org.ccgledger.query.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.commands.RuleBook;
import org.ccgledger.events.commands.RuleViolation;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestEvent.NilInterestsDeclared;
import org.ccgledger.events.meetings.MeetingEvent.DecisionMinuted;
import org.ccgledger.events.meetings.Tally;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.Digests;
import org.ccgledger.query.RecordedHistory;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.ccgledger.query.SampleMeetings;
import org.ccgledger.query.http.QueryProblem;
import org.ccgledger.query.projection.QueryDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

class ReportsTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();
    private static final String YEAR = "/v1/reports/committees/08J/years/2014-15";
    private static final String HOSTILE = "<script>alert(1)</script> & \u202Eevil 😀";
    private static SampleHistory sample = SampleHistory.appendTo(QUERIES.history());

    @BeforeAll
    static void catchUp() {
        MeetingId paper = new MeetingId("airedale-2013-07");
        QUERIES.history()
                .append(
                        StreamName.meeting(paper),
                        new DecisionMinuted(
                                paper,
                                ForumRef.governingBody(SampleHistory.AIREDALE),
                                new ItemId("1"),
                                HOSTILE,
                                new FunctionCode("urgent-care"),
                                Authority.of("NHS Act 2006", "s.3"),
                                List.of(),
                                true,
                                new Tally(1, 0, 0),
                                List.of(),
                                List.of(),
                                DocRef.titled("Minutes"),
                                LocalDate.of(2013, 7, 11)));
        registered(SampleMeetings.GP, LocalDate.of(2015, 2, 1));
        registered(SampleMeetings.LAY, LocalDate.of(2015, 3, 1));
        QUERIES.catchUp();
    }

    private static void registered(PersonId person, LocalDate day) {
        QUERIES.history()
                .append(
                        StreamName.interests(person, SampleHistory.KINGSTON),
                        new NilInterestsDeclared(
                                person,
                                SampleHistory.KINGSTON,
                                null,
                                DeclarantClass.GOVERNING_BODY_MEMBER,
                                null,
                                false,
                                day));
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    private static String decision(String meetingDecision) {
        return QUERIES.json("/v1/decisions?meetingDecision=" + meetingDecision)
                .get("items")
                .get(0)
                .get("decisionId")
                .asString();
    }

    private static JsonNode part(JsonNode report, String heading) {
        return report.get("parts")
                .valueStream()
                .filter(part -> part.get("heading").asString().startsWith(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError(heading + " in " + report));
    }

    private static Stream<String> column(JsonNode report, String heading, String column) {
        return part(report, heading)
                .get("rows")
                .valueStream()
                .map(row -> row.get(column).asString());
    }

    private static Document html(String path) throws Exception {
        HttpResponse<byte[]> answer = QUERIES.bytes(path, "Accept", "text/html");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body()));
    }

    private static String pdf(String path) throws Exception {
        HttpResponse<byte[]> answer = QUERIES.bytes(path, "Accept", "application/pdf");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    /// As it reads without regard to how lines are broken.
    private static String run(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void a_decision_says_who_decided_over_which_interests_and_what_is_written_of_it()
            throws Exception {
        String path = "/v1/reports/decisions/" + decision("kingston-2015-02/1");
        JsonNode report = QUERIES.json(path);

        assertThat(part(report, "Decision").at("/facts/outcome").asString()).isEqualTo("CARRIED");
        assertThat(part(report, "Who decided").at("/facts/role").asString()).isEqualTo("SYSTEM");
        assertThat(column(report, "Votes", "vote")).containsExactlyInAnyOrder("FOR", "ABSTAIN");
        assertThat(column(report, "Interests declared", "ruling")).containsExactly("EXCLUDE");
        assertThat(column(report, "Register of interests on 2015-02-24", "person"))
                .containsExactly(SampleMeetings.GP.value());
        assertThat(part(report, "How it was decided").at("/facts/rules").asString())
                .isEqualTo("rules-1");
        assertThat(part(report, "Rules").get("rows"))
                .as("of a rule set that is not listed")
                .isEmpty();
        String leaf = column(report, "Entries", "leafHash").findFirst().orElseThrow();
        assertThat(leaf).matches("[0-9a-f]{64}");
        String sentence = column(report, "Entries", "sentence").findFirst().orElseThrow();
        assertThat(run(html(path).getDocumentElement().getTextContent()))
                .contains(run(sentence), leaf, "EXCLUDE", SampleMeetings.GP.value());
        assertThat(run(pdf(path)))
                .contains(run(sentence), leaf, "EXCLUDE", SampleMeetings.GP.value());
    }

    @Test
    void a_refused_command_says_by_which_rule_and_what_was_read() throws Exception {
        UUID command = UUID.randomUUID();
        refuse(command);
        String path = "/v1/reports/decisions/" + command;
        JsonNode report = QUERIES.json(path);

        assertThat(report.get("title").asString()).isEqualTo("A group is authorised once");
        assertThat(part(report, "Refusal").at("/facts/rule").asString()).isEqualTo("A12");
        assertThat(part(report, "Refusal").at("/facts/detail").asString())
                .isEqualTo("Review it instead.");
        assertThat(column(report, "Refusal", "message")).containsExactly("2013-01-22");
        JsonNode sender = part(report, "Who sent it").get("facts");
        assertThat(sender.get("role").asString()).isEqualTo("SYSTEM");
        assertThat(sender.get("provision").asString()).isEqualTo("s.14C");
        assertThat(sender.get("reasons").asString()).isEqualTo("Asked for twice.");
        assertThat(column(report, "Papers", "title")).containsExactly("A letter");
        assertThat(part(report, "How it was decided").at("/facts/outcome").asString())
                .isEqualTo("REFUSED");
        assertThat(column(report, "How it was decided", "stream"))
                .containsExactly("application:02N");
        Map<String, String> rules =
                part(report, "Rules")
                        .get("rows")
                        .valueStream()
                        .collect(
                                Collectors.toMap(
                                        rule -> rule.get("code").asString(),
                                        rule -> rule.get("standing").asString()));
        assertThat(rules)
                .containsEntry("ALREADY_DECIDED", "BROKEN")
                .containsEntry("NOT_AUTHORISING_BODY", "NOT_RECORDED")
                .containsEntry("AUTHORITY_NOT_CITED", "NOT_RECORDED")
                .doesNotContainKeys("TOO_FEW_APPLICANTS", "CATALOGUE_ALREADY_PUBLISHED")
                .doesNotContainValue("HELD");
        assertThat(column(report, "Rules", "says")).contains("An application is decided once");
        String leaf = column(report, "Entries", "leafHash").findFirst().orElseThrow();
        String sentence = column(report, "Entries", "sentence").findFirst().orElseThrow();
        assertThat(run(html(path).getDocumentElement().getTextContent()))
                .contains(run(sentence), leaf, "A12", "application:02N", "BROKEN");
        assertThat(run(pdf(path)))
                .contains(run(sentence), leaf, "A12", "application:02N", "BROKEN");
        String before = path + "?knownAt=" + (QUERIES.ledger().head() - 1);
        assertThat(QUERIES.get(before).statusCode()).isEqualTo(404);
    }

    private static void refuse(UUID command) {
        QUERIES.ledger()
                .append(
                        new Append(
                                command,
                                new byte[32],
                                EventJson.fact(
                                        new EventMetadata(
                                                "AuthoriseCCG",
                                                true,
                                                Actor.SYSTEM,
                                                Authority.of("NHS Act 2006", "s.14C"),
                                                "Asked for twice.",
                                                List.of(DocRef.titled("A letter")),
                                                null,
                                                "correlation",
                                                null,
                                                RuleBook.RULE_SET)),
                                """
                                {"outcome": "REFUSED", "reads": [{"stream": "application:02N", "position": 7}]}
                                """
                                        .getBytes(StandardCharsets.UTF_8),
                                List.of(),
                                "command:" + command,
                                0,
                                List.of(
                                        RecordedHistory.newEvent(
                                                new CommandRefused(
                                                        command,
                                                        "application:02N",
                                                        "ALREADY_DECIDED",
                                                        "A12",
                                                        409,
                                                        "A group is authorised once",
                                                        "Review it instead.",
                                                        List.of(
                                                                new RuleViolation(
                                                                        "since", "2013-01-22")),
                                                        LocalDate.of(2013, 2, 1)))),
                                List.of()));
    }

    @Test
    void a_year_tells_of_members_meetings_votes_and_who_stood_aside() throws Exception {
        JsonNode year = QUERIES.json(YEAR);

        assertThat(column(year, "Meetings", "meeting"))
                .containsExactly("kingston-2015-02", "kingston-2015-03");
        assertThat(column(year, "Attendance", "person")).hasSize(6);
        assertThat(column(year, "Decisions", "outcome"))
                .containsExactly("CARRIED", "LOST", "CARRIED");
        assertThat(column(year, "Items", "quorum")).contains("2");
        assertThat(column(year, "Votes", "vote")).contains("FOR", "ABSTAIN", "AGAINST");
        assertThat(
                        part(year, "Interests in items")
                                .get("rows")
                                .valueStream()
                                .filter(row -> row.get("stoodAside").asBoolean())
                                .map(row -> row.get("person").asString()))
                .containsExactlyInAnyOrder(SampleMeetings.GP.value(), SampleMeetings.LAY.value());
        assertThat(column(year, "Instruments", "instrument")).contains("NHS Act 2006");
        assertThat(run(pdf(YEAR))).contains("Committee'syear2014/15", "kingston-2015-03");
        assertThat(run(html(YEAR).getDocumentElement().getTextContent()))
                .contains("kingston-2015-03", "STAY_NO_VOTE");
    }

    @Test
    void a_committee_shows_its_seats_and_what_is_delegated_to_it() {
        JsonNode year = QUERIES.json("/v1/reports/committees/08J-primary-care/years/2015-16");

        assertThat(part(year, "The body").at("/facts/kind").asString()).isEqualTo("PCCC");
        assertThat(column(year, "Membership", "capacity")).contains("LAY", "GENERAL_PRACTITIONER");
        assertThat(column(year, "Functions", "delegation")).containsExactly("08J-S2");
        JsonNode joint = QUERIES.json("/v1/reports/committees/north-and-south/years/2014-15");
        assertThat(column(joint, "Membership", "member")).contains("CCG/02N");
        String itself = "/v1/joint-committees/north-and-south";
        assertThat(part(joint, "The body on 2015-03-31").at("/facts/status"))
                .isEqualTo(QUERIES.json(itself + "?asOf=2015-03-31").get("status"))
                .isNotEqualTo(QUERIES.json(itself).get("status"));
        assertThat(column(joint, "Votes", "vote")).contains("FOR", "AGAINST", "ABSENT");
    }

    @Test
    void an_earlier_day_and_an_earlier_knowledge_have_the_content_of_then() throws Exception {
        assertThat(column(QUERIES.json(YEAR + "?asOf=2015-03-01"), "Meetings", "meeting"))
                .containsExactly("kingston-2015-02");
        assertThat(pdf(YEAR + "?asOf=2015-03-01")).doesNotContain("kingston-2015-03");
        String then = YEAR + "?knownAt=" + sample.beforeTaint();
        assertThat(column(QUERIES.json(YEAR), "Decisions", "tainted")).contains("true");
        assertThat(column(QUERIES.json(then), "Decisions", "tainted")).containsOnly("false");
        assertThat(QUERIES.get(YEAR + "?asOf=2014-03-31").statusCode()).isEqualTo(404);
    }

    @Test
    void a_register_has_the_rows_of_the_day_and_the_digest_of_them() throws Exception {
        String path = "/v1/reports/registers/interests?ccg=02N&asOf=2014-05-01";
        JsonNode register = QUERIES.json(path);
        String lines =
                part(register, "Entries")
                        .get("rows")
                        .valueStream()
                        .map(row -> row + "\n")
                        .collect(Collectors.joining());
        String digest =
                HexFormat.of().formatHex(Digests.sha256(lines.getBytes(StandardCharsets.UTF_8)));

        assertThat(part(register, "This edition").at("/facts/sha256").asString()).isEqualTo(digest);
        assertThat(column(register, "Editions", "sha256")).containsExactly("7d1a");
        assertThat(
                        part(
                                        QUERIES.json(
                                                "/v1/reports/registers/interests?ccg=02N&asOf=2014-04-01"),
                                        "Editions")
                                .get("rows"))
                .isEmpty();
        assertThat(run(pdf(path))).contains(digest, "Registerofinterests");
    }

    @Test
    void every_register_can_be_had() {
        for (Register register : Register.values()) {
            String name = register.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(
                            Stream.of("2013-05-01", "2015-03-20", "2016-02-01")
                                    .map(day ->
                                            QUERIES.json(
                                                    "/v1/reports/registers/%s?asOf=%s"
                                                            .formatted(name, day)))
                                    .flatMap(report ->
                                            part(report, "Entries").get("rows").valueStream()))
                    .as(name)
                    .isNotEmpty();
        }
    }

    @Test
    void what_is_too_long_is_a_problem() {
        Reading reading = new Reading(QUERIES.bean(QueryDatabase.class), Map.of());
        reading.table("select n from generate_series(1, 1000) n");

        assertThat(reading.table("select n from generate_series(1, 1000) n").rows()).hasSize(1_000);
        assertThatThrownBy(() -> reading.table("select 1 as n"))
                .isInstanceOfSatisfying(
                        QueryProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("TOO_LONG_TO_PRINT"));
    }

    @Test
    void hostile_words_stay_words() throws Exception {
        String path = "/v1/reports/decisions/" + decision("airedale-2013-07/1");

        assertThat(html(path).getElementsByTagName("script").getLength()).isZero();
        assertThat(html(path).getDocumentElement().getTextContent())
                .contains("<script>alert(1)</script> & [U+202E]evil 😀");
        assertThat(run(pdf(path))).contains("<script>alert(1)</script>&[U+202E]evil[U+1F600]");
        assertThat(QUERIES.json(path).get("title").asString()).contains(HOSTILE);
    }

    @Test
    void a_browser_may_do_nothing_but_use_the_style_sheet() throws Exception {
        HttpResponse<String> answer = QUERIES.get(YEAR, "Accept", "text/html");
        String style = html(YEAR).getElementsByTagName("style").item(0).getTextContent();

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'none'; style-src 'sha256-"
                                + Base64.getEncoder()
                                        .encodeToString(
                                                Digests.sha256(
                                                        style.getBytes(StandardCharsets.UTF_8)))
                                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(answer.body()).doesNotContain("<script", "url(", "@import", "src=");
    }

    @Test
    void a_report_about_a_closed_past_is_the_same_for_ever() throws Exception {
        String then = "?asOf=2015-03-31&knownAt=" + sample.beforeTaint();
        String past = "/v1/reports/registers/groups" + then;
        HttpResponse<byte[]> first = QUERIES.bytes(past, "Accept", "application/pdf");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Cache-Control"))
                .contains("max-age=31536000, immutable");
        assertThat(QUERIES.bytes(past, "Accept", "application/pdf").body()).isEqualTo(first.body());
        Instant recordedAt =
                Instant.parse(QUERIES.json(past).get("recordedAt").asString())
                        .truncatedTo(ChronoUnit.SECONDS);
        try (PDDocument document = Loader.loadPDF(first.body())) {
            PDDocumentInformation said = document.getDocumentInformation();
            assertThat(said.getCreationDate().toInstant()).isEqualTo(recordedAt);
            assertThat(said.getModificationDate().toInstant()).isEqualTo(recordedAt);
        }
        assertThat(
                        QUERIES.get(past, "Accept", "application/pdf", "If-None-Match", tag)
                                .statusCode())
                .isEqualTo(304);
        assertThat(QUERIES.get(past, "Accept", "text/html").headers().firstValue("ETag"))
                .isNotEqualTo(first.headers().firstValue("ETag"));
        assertThat(kept(YEAR + then)).contains("private, no-cache");
        assertThat(kept("/v1/reports/decisions/" + decision("kingston-2015-02/1") + then))
                .contains("no-store");
    }

    private static Optional<String> kept(String path) {
        return QUERIES.get(path).headers().firstValue("Cache-Control");
    }

    /// Each answer waits a while for its turn.
    @Test
    void paper_that_cannot_be_set_now_is_to_be_asked_for_later() {
        int all = Pdf.PRESSES.drainPermits();
        HttpResponse<String> busy;
        HttpResponse<String> page;
        try {
            busy = QUERIES.get(YEAR, "Accept", "application/pdf");
            page = QUERIES.get(YEAR, "Accept", "text/html");
        } finally {
            Pdf.PRESSES.release(all);
        }

        assertThat(busy.statusCode()).as(busy.body()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).contains("1");
        assertThat(busy.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(busy.body()).contains("\"code\":\"UNAVAILABLE\"", "ask again");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(QUERIES.get(YEAR, "Accept", "application/pdf").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_not_there_is_a_problem() {
        for (String path :
                List.of(
                        "/v1/reports/decisions/nonsense",
                        "/v1/reports/decisions/0d3f7c4e-5b52-4a6f-8c1e-9e0a7b6d5c21",
                        "/v1/reports/committees/none/years/2014-15",
                        "/v1/reports/committees/08J/years/2014-16",
                        "/v1/reports/committees/08J/years/2014",
                        "/v1/reports/registers/none")) {
            HttpResponse<String> answer = QUERIES.get(path, "Accept", "text/html");
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("\"code\":\"NOT_FOUND\"");
        }
        assertThat(QUERIES.get(YEAR, "Accept", "text/csv").statusCode()).isEqualTo(406);
        assertThat(QUERIES.get(YEAR + "?page=1").body()).contains("INVALID_FIELD");
    }
}
