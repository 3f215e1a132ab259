package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ccgledger.ledger.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Reports on the played England: the same statements as JSON, as a page and on paper.
class ReportsTest {

    private static final PlayedEngland ENGLAND = PlayedEngland.shared();
    private static final Caller CALLER = new Caller(ENGLAND.process().url());
    private static final JsonNode DECIDED =
            ENGLAND.get("/v1/decisions?outcome=CARRIED&limit=500&asOf=2016-03-31")
                    .json()
                    .get("items")
                    .valueStream()
                    .filter(decision -> !decision.get("meetingDecision").isNull())
                    .findFirst()
                    .orElseThrow();

    @AfterAll
    static void close() {
        CALLER.close();
    }

    private static JsonNode part(JsonNode report, String heading) {
        return report.get("parts")
                .valueStream()
                .filter(part -> part.get("heading").asString().startsWith(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError(heading + " in " + report));
    }

    private static List<String> column(JsonNode report, String heading, String column) {
        return part(report, heading)
                .get("rows")
                .valueStream()
                .map(row -> row.get(column).asString())
                .toList();
    }

    /// The report as JSON, once its page and its paper were seen to hold some of its statements.
    private static JsonNode report(String path, String heading, String column) throws Exception {
        JsonNode report = ENGLAND.get(path).json();
        String[] statements =
                Stream.concat(
                                Stream.of(report.get("title").asString()),
                                column(report, heading, column).stream())
                        .map(ReportsTest::run)
                        .toArray(String[]::new);
        assertThat(statements).as(path).hasSizeGreaterThan(1);
        assertThat(run(page(path))).contains(statements);
        try (PDDocument paper =
                Loader.loadPDF(CALLER.bytes(path, Senders.AUDITOR, "application/pdf"))) {
            assertThat(run(new PDFTextStripper().getText(paper))).contains(statements);
        }
        return report;
    }

    private static String page(String path) throws Exception {
        String page = CALLER.get(path, Senders.AUDITOR, "Accept", "text/html").body();
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTextContent();
    }

    /// As it reads without regard to how lines are broken.
    private static String run(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void a_decision_names_its_authority_its_votes_its_rules_and_the_checkpoint_that_covers_it()
            throws Exception {
        JsonNode report =
                report(
                        "/v1/reports/decisions/" + DECIDED.get("decisionId").asString(),
                        "Entries",
                        "leafHash");

        assertThat(part(report, "Who decided").at("/facts/instrument"))
                .isEqualTo(DECIDED.get("instrument"));
        assertThat(column(report, "Votes", "vote")).contains("FOR");
        assertThat(part(report, "How it was decided").at("/facts/outcome").asString())
                .isEqualTo("ACCEPTED");
        assertThat(part(report, "How it was decided").get("rows")).isNotEmpty();
        assertThat(column(report, "Rules", "code")).contains("AUTHORITY_NOT_CITED");
        assertThat(column(report, "Rules", "standing")).containsOnly("HELD");
        assertThat(part(report, "Checkpoint").at("/facts/size").asLong())
                .isGreaterThanOrEqualTo(DECIDED.get("position").asLong());
        String proof = part(report, "Checkpoint").at("/facts/signedNote").asString();
        assertThat(CALLER.get(proof, Senders.AUDITOR, "Accept", "text/plain").body())
                .contains(
                        "\n%d\n%s\n"
                                .formatted(
                                        part(report, "Checkpoint").at("/facts/size").asLong(),
                                        part(report, "Checkpoint").at("/facts/root").asString()));
    }

    @Test
    void a_refused_command_names_its_rule_and_the_checkpoint_that_covers_it() throws Exception {
        JsonNode refused =
                ENGLAND.get("/v1/audit/refusals?sort=position&limit=1").json().get("items").get(0);
        String proof = "/v1/audit/proofs/" + refused.get("position").asString();
        Patience.until("it is signed", () -> ENGLAND.get(proof).status() == 200);

        JsonNode report =
                report(
                        "/v1/reports/decisions/" + refused.get("commandId").asString(),
                        "Entries",
                        "leafHash");

        assertThat(part(report, "Refusal").at("/facts/code")).isEqualTo(refused.get("code"));
        assertThat(part(report, "How it was decided").at("/facts/outcome").asString())
                .isEqualTo("REFUSED");
        assertThat(part(report, "How it was decided").get("rows")).isNotEmpty();
        assertThat(
                        part(report, "Rules")
                                .get("rows")
                                .valueStream()
                                .filter(rule -> rule.get("standing").asString().equals("BROKEN"))
                                .map(rule -> rule.get("code")))
                .containsExactly(refused.get("code"));
        assertThat(column(report, "Rules", "standing")).doesNotContain("HELD");
        assertThat(part(report, "Checkpoint").at("/facts/size").asLong())
                .isGreaterThanOrEqualTo(refused.get("position").asLong());
    }

    @Test
    void a_year_of_the_committee_has_its_meeting_and_before_that_it_has_none() throws Exception {
        String forum = DECIDED.get("forum").asString();
        String meeting = DECIDED.get("meetingDecision").asString().replaceFirst("/.*", "");
        String year =
                "/v1/reports/committees/"
                        + forum.substring(forum.indexOf('/') + 1)
                        + "/years/2014-15";

        JsonNode whole = report(year, "Meetings", "meeting");
        assertThat(column(whole, "Meetings", "meeting")).contains(meeting);
        assertThat(column(whole, "Attendance", "meeting")).contains(meeting);
        assertThat(column(whole, "Decisions", "outcome")).contains("CARRIED");
        assertThat(part(whole, "Membership").get("rows")).isNotEmpty();
        String before = year + "?asOf=2014-11-01";
        assertThat(ENGLAND.get(before).body()).doesNotContain(meeting);
        String unknown = year + "?knownAt=" + (DECIDED.get("position").asLong() - 1);
        assertThat(column(ENGLAND.get(unknown).json(), "Decisions", "meeting"))
                .doesNotContain(meeting);
        assertThat(run(page(unknown))).contains("Decisions");
    }

    @Test
    void the_register_of_conditions_is_that_of_the_day() throws Exception {
        String conditions = "/v1/reports/registers/conditions?asOf=2013-07-26";
        JsonNode register = report(conditions, "Entries", "condition");
        long then =
                ENGLAND.get("/v1/conditions?asOf=2013-07-26&count=exact&limit=1")
                        .json()
                        .get("count")
                        .asLong();

        assertThat(part(register, "Entries").get("rows").size()).isEqualTo(then);
        assertThat(ENGLAND.get("/v1/reports/registers/groups?asOf=2013-04-01").json().toString())
                .contains("02N");
    }

    @Test
    void reports_are_for_those_who_may_read_what_they_print() {
        String decision = "/v1/reports/decisions/" + DECIDED.get("decisionId").asString();
        String year =
                "/v1/reports/committees/"
                        + DECIDED.get("forum").asString().replaceFirst(".*/", "")
                        + "/years/2014-15";

        assertThat(CALLER.getAsAnybody(decision).status()).isEqualTo(401);
        assertThat(CALLER.get(decision, Senders.lead("02N")).code())
                .isEqualTo("ROLE_NOT_PERMITTED");
        assertThat(CALLER.getAsAnybody(year).status()).isEqualTo(401);
        assertThat(CALLER.get(year, Senders.lead("02N")).status()).isEqualTo(200);
        assertThat(CALLER.getAsAnybody("/v1/reports/registers/interests?ccg=02N").status())
                .isEqualTo(200);
    }
}
