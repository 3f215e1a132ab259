package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.Story.accepted;
import static org.ccgledger.system.Story.refused;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Wakefield wants functions delegated: it is refused until its governance is audited and its cover
/// for conflicts satisfies, takes them on, and is stopped when a later audit fails.
class CoCommissioningStoryTest {

    private static final String GROUP = "\"ccg\":\"03R\"";
    private static final String ROUND = "\"round\":\"story-2016\"";
    private static final String EXPRESSION = "\"expression\":\"wakefield-story\"";
    private static final String APPLICATION = GROUP + ",\"application\":\"03R-P1\"";
    private static final String OFFICER = Senders.officer("03R");
    private static final String AUDITOR = "auditor-2;role=AUDITOR;body=PROVIDER/AUDITOR-2";
    private static final String FUNCTIONS =
            ",\"reserved\":[],\"from\":\"2016-04-01\",\"approvals\":[\"03R-story-delegation\"],\"functions\":";

    /// Its days lie after those for which the played history is counted by other tests.
    private final Story story = new Story("co-commissioning");

    @Test
    void a_delegation_needs_an_audit_and_cover_for_conflicts_and_is_lost_with_the_audit() {
        prepare();
        JsonNode mayApply =
                story.ledger()
                        .get(
                                "/v1/eligibility/co-commissioning-applications?ccg=03R&round=story-2016&level=DELEGATED&constitutionVariation=03R-V1&effectiveOn=2016-01-10",
                                OFFICER)
                        .json();
        assertThat(mayApply.at("/reasons/0/code").asString()).isEqualTo("ROUND_CLOSED");
        accepted(
                story.send(
                        "ApplyForCoCommissioning",
                        OFFICER,
                        "applies",
                        "2016-01-09",
                        GROUP
                                + ","
                                + ROUND
                                + ",\"level\":\"DELEGATED\",\"constitutionVariation\":\"03R-V1\",\"conflictsPolicy\":{\"title\":\"Policy\"},\"financialPlan\":{\"title\":\"Plan\"}"));

        assertThat(whyNotApproved()).isEqualTo("GOVERNANCE_AUDIT_NOT_PASSED");
        refused(approve("without an audit"), 422, "GOVERNANCE_AUDIT_NOT_PASSED", "P4");
        audit("wakefield-first", "2015-12-19", "PASS");
        accepted(tests("NOT_SATISFIED", "2016-01-20"));
        refused(approve("without cover"), 422, "CONFLICTS_NOT_COVERED", "P5");
        accepted(tests("SATISFIED", "2016-02-10"));
        assertThat(whyNotApproved()).isEmpty();
        accepted(approve("with both"));

        accepted(
                story.send(
                        "RecordApproval",
                        Senders.BOARD_OFFICER,
                        "board signs",
                        "2016-03-27",
                        "\"approval\":\"03R-story-delegation\",\"body\":\"BOARD/X24\",\"subject\":{\"step\":\"SIGN_DELEGATION_AGREEMENT\",\"ccg\":\"03R\"},\"document\":{\"title\":\"Agreement\"}"));
        refused(
                sign("reserved", "[\"individual-performer-management\"]"),
                422,
                "FUNCTION_RESERVED_TO_NHS_ENGLAND",
                "P12");
        accepted(sign("agreed", "[\"practice-mergers\"]"));
        Reply started =
                story.send("StartDelegation", Senders.BOARD_OFFICER, "starts", "2016-04-01", GROUP);
        // What falls due is also sent by the system, which may have been quicker.
        assertThat(started.status()).as(started.toString()).isBetween(200, 201);
        assertThat(assurance("2016-04-01")).isEqualTo("HELD");
        refused(
                story.send("RecordGreaterInvolvement", OFFICER, "less", "2016-04-02", GROUP),
                409,
                "LEVEL_ALREADY_LIVE",
                "P9");

        establishCommittee();
        refused(
                table("governing-body", "GOVERNING_BODY/03R", "2016-06-07"),
                422,
                "DECISION_RESERVED_TO_PCCC",
                "P11");
        accepted(table("before the audit", "COMMITTEE/wakefield-primary-care", "2016-06-07"));

        audit("wakefield-second", "2016-07-01", "FAIL");
        assertThat(assurance("2016-07-01")).isEqualTo("LOST");
        assertThat(isRecorded("ccg.cocommissioning.DelegationAssuranceLost")).isTrue();
        refused(
                table("after the audit", "COMMITTEE/wakefield-primary-care", "2016-07-05"),
                422,
                "GOVERNANCE_AUDIT_NOT_PASSED",
                "P14");
        accepted(
                story.send(
                        "OverrideAssuranceBlock",
                        Senders.BOARD,
                        "overrides",
                        "2016-07-10",
                        GROUP + ",\"until\":\"2016-07-31\""));
        assertThat(assurance("2016-07-31")).isEqualTo("OVERRIDDEN");
        assertThat(assurance("2016-08-01")).isEqualTo("LOST");

        refused(
                story.send(
                        "GiveDelegationNotice",
                        OFFICER,
                        "too late",
                        "2016-10-01",
                        GROUP + ",\"approvals\":[]"),
                422,
                "NOTICE_TOO_LATE",
                "P13");
        accepted(
                story.send(
                        "GiveDelegationNotice",
                        OFFICER,
                        "in time",
                        "2016-10-01",
                        GROUP + ",\"endsOn\":\"2018-04-01\",\"approvals\":[]"));
    }

    /// The round, Wakefield's interest in it and a constitution that permits delegation.
    private void prepare() {
        accepted(
                story.send(
                        "OpenCoCommissioningRound",
                        Senders.BOARD_OFFICER,
                        "opens",
                        "2015-05-01",
                        ROUND
                                + ",\"deadlines\":{\"expressions\":\"2015-06-20\",\"delegated\":\"2016-01-09\",\"joint\":\"2016-01-30\"}"));
        refused(expressInterest("nothing", "[]", ""), 422, "EOI_EMPTY", "P1");
        refused(
                expressInterest("after the day", "[\"DELEGATED\"]", ""),
                422,
                "EOI_WINDOW_CLOSED",
                "P2");
        accepted(expressInterest("late", "[\"DELEGATED\"]", ",\"late\":true"));
        accepted(
                story.send(
                        "ApplyToVaryConstitution",
                        Senders.lead("03R"),
                        "varies",
                        "2015-11-10",
                        GROUP
                                + ",\"changes\":\"Delegation\",\"document\":{\"title\":\"Constitution\"},\"memberApproval\":{\"title\":\"Vote\"}"));
        accepted(
                story.send(
                        "DecideConstitutionVariation",
                        Senders.BOARD_OFFICER,
                        "varied",
                        "2015-12-15",
                        GROUP
                                + ",\"variation\":\"03R-V1\",\"approve\":true,\"permits\":[\"DELEGATION\"]"));
    }

    private void establishCommittee() {
        accepted(
                story.send(
                        "EstablishCommittee",
                        "chair-03R;role=GOVERNING_BODY_CHAIR;body=CCG/03R",
                        "primary care",
                        "2016-04-05",
                        GROUP
                                + """
                                , "committee": "wakefield-primary-care", "kind": "PCCC", "name": "Primary care",
                                "terms": {"seats": [
                                    {"seat": "lay-chair", "capacity": "LAY", "places": 1, "voting": true},
                                    {"seat": "lay-deputy", "capacity": "LAY", "places": 1, "voting": true},
                                    {"seat": "officers", "capacity": "EXECUTIVE", "places": 1, "voting": true}],
                                  "chair": "lay-chair", "deputyChair": "lay-deputy", "quorum": 2,
                                  "votingRule": "MAJORITY", "castingVote": true,
                                  "functions": ["practice-mergers"]}
                                """));
    }

    /// Puts what is delegated on the agenda of a meeting of its own.
    private Reply table(String what, String forum, String on) {
        String secretary = "secretary-03R;role=COMMITTEE_SECRETARY;body=CCG/03R";
        String meeting = "\"meeting\":\"wakefield-" + what.replace(' ', '-') + "\"";
        accepted(
                story.send(
                        "ScheduleMeeting",
                        secretary,
                        what,
                        on,
                        meeting
                                + ",\"forum\":\""
                                + forum
                                + "\",\"meetingOn\":\""
                                + on
                                + "\",\"heldInPublic\":true"));
        return story.send(
                "TableItem",
                secretary,
                what,
                on,
                meeting
                        + ",\"item\":\"1\",\"title\":\"A merger of practices\",\"function\":\"practice-mergers\",\"basis\":\"DELEGATION\",\"delegatedPrimaryCare\":true,\"concerns\":[],\"papers\":[]");
    }

    /// The code by which an approval would be refused now; empty if it would not.
    private String whyNotApproved() {
        JsonNode answer =
                story.ledger()
                        .get(
                                "/v1/eligibility/co-commissioning-approvals?ccg=03R&application=03R-P1&effectiveOn=2016-02-18",
                                OFFICER)
                        .json();
        assertThat(answer.path("eligible").asBoolean()).isEqualTo(answer.path("reasons").isEmpty());
        return answer.path("reasons").path(0).path("code").asString("");
    }

    private Reply expressInterest(String what, String levels, String late) {
        return story.send(
                "SubmitExpressionOfInterest",
                OFFICER,
                what,
                "2015-06-25",
                EXPRESSION
                        + ","
                        + ROUND
                        + ",\"ccgs\":[\"03R\"],\"statement\":\"To shape local care\",\"levels\":"
                        + levels
                        + late);
    }

    private void audit(String audit, String on, String result) {
        String id = "\"audit\":\"" + audit + "\"";
        accepted(
                story.send(
                        "CommissionGovernanceAudit",
                        Senders.BOARD_OFFICER,
                        audit,
                        "2015-10-15",
                        id
                                + ","
                                + GROUP
                                + ",\"scope\":\"Standing aside\",\"auditor\":\"PROVIDER/AUDITOR-2\""));
        accepted(
                story.send(
                        "ReportGovernanceAudit",
                        AUDITOR,
                        audit,
                        on,
                        id + ",\"result\":\"" + result + "\",\"findings\":[]"));
    }

    private Reply tests(String result, String on) {
        return story.send(
                "TestConflictsCover",
                Senders.BOARD_OFFICER,
                result,
                on,
                EXPRESSION
                        + ","
                        + GROUP
                        + ",\"result\":\""
                        + result
                        + "\",\"notes\":\"Register and policy\"");
    }

    private Reply approve(String what) {
        return story.send(
                "ApproveCoCommissioning",
                Senders.BOARD,
                what,
                "2016-02-18",
                APPLICATION + ",\"conditions\":[]");
    }

    private Reply sign(String what, String functions) {
        return story.send(
                "SignDelegationAgreement",
                OFFICER,
                what,
                "2016-03-27",
                GROUP + FUNCTIONS + functions);
    }

    private String assurance(String asOf) {
        return story.ledger()
                .get("/v1/co-commissioning/arrangements?ccg=03R&asOf=" + asOf)
                .json()
                .at("/items/0/assurance")
                .asString("");
    }

    /// Asks until the automation's command is in the ledger.
    private boolean isRecorded(String type) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(deadline)) {
            if (story.ledger()
                            .get("/v1/audit/events?tag=ccg:03R&type=" + type)
                            .json()
                            .get("items")
                            .size()
                    == 1) {
                return true;
            }
        }
        return false;
    }
}
