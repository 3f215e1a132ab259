package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.Story.accepted;
import static org.ccgledger.system.Story.refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Somebody leaves North West Surrey with more than is owed. Nothing is signed before the agreement
/// says that nobody is kept from blowing the whistle, the employee knows it, and the Department and
/// the Treasury agree.
class SeveranceStoryTest {

    private static final String EMPLOYER = "personnel-09Y;role=EMPLOYER;body=CCG/09Y";
    private static final String DEPARTMENT = "dh-1;role=DEPARTMENT_OF_HEALTH;body=DH/DH";
    private static final String TREASURY = "treasury-1;role=TREASURY;body=HMT/HMT";
    private static final String EMPLOYEE = "6a1c1f0e-2f5b-4a77-9d10-0c5b8f3f6e44";
    private static final String AGREEMENT =
            "\"severance\":\"09Y-severance-1\",\"employer\":\"CCG/09Y\"";
    private static final String GAGGING =
            clause(2, "PREVENTS_PROTECTED_DISCLOSURE", "Says nothing");
    private static final String STATEMENT = clause(2, "STATES_RIGHT_TO_DISCLOSE", "May speak out");
    private static final String CONFIDENTIAL = clause(1, "CONFIDENTIAL_TERMS", "Terms are secret");

    private final Story story = new Story("severance");

    @Test
    void nothing_is_signed_that_keeps_staff_from_blowing_the_whistle() {
        accepted(draft("gagging", "a", CONFIDENTIAL, GAGGING));
        refused(approve(DEPARTMENT, "unsubmitted"), 422, "NOT_SUBMITTED", "");
        accepted(submit("gagging", null));
        Reply gagging = approve(DEPARTMENT, "gagging");
        refused(gagging, 422, "GAGGING_CLAUSE_PRESENT", "W1");
        assertThat(gagging.json().at("/violations/0/field").asString()).isEqualTo("clauses");
        assertThat(gagging.json().at("/violations/0/message").asString()).contains("2");
        accepted(giveBack("gagging", "GAGGING_CLAUSE"));

        accepted(draft("silent", "b", CONFIDENTIAL));
        accepted(submit("silent", null));
        refused(approve(DEPARTMENT, "silent"), 422, "WHISTLEBLOWING_STATEMENT_MISSING", "W2");
        accepted(giveBack("silent", "WHISTLEBLOWING_STATEMENT"));

        accepted(draft("clear", "c", CONFIDENTIAL, STATEMENT));
        accepted(submit("uninformed", null));
        refused(approve(DEPARTMENT, "uninformed"), 422, "EMPLOYEE_NOT_INFORMED", "W3");
        accepted(submit("informed", "2013-06-20"));
        refused(sign("unapproved", "c"), 422, "TREASURY_APPROVAL_REQUIRED", "W4");
        accepted(approve(DEPARTMENT, "clear"));
        refused(sign("half approved", "c"), 422, "TREASURY_APPROVAL_REQUIRED", "W4");
        refused(
                draft("changed", "d", CONFIDENTIAL, GAGGING),
                422,
                "CLAUSES_CHANGED_AFTER_APPROVAL",
                "W6");
        accepted(approve(TREASURY, "clear"));
        refused(sign("another", "d"), 422, "CLAUSES_CHANGED_AFTER_APPROVAL", "W6");
        accepted(sign("approved", "c"));

        JsonNode control =
                story.item("/v1/severance-control?employerKind=CCG&status=SIGNED&asOf=2013-07-31");
        assertThat(control.get("agreements").asInt()).isEqualTo(1);
        assertThat(control.get("returnedForGaggingClause").asInt()).isEqualTo(1);
        assertThat(control.get("returnedForMissingStatement").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_not_approved_is_not_signed() {
        String plain = "\"severance\":\"09Y-severance-2\",\"employer\":\"CCG/09Y\"";
        accepted(
                story.send(
                        "DraftSeveranceAgreement",
                        EMPLOYER,
                        "owed only",
                        "2013-06-03",
                        plain + terms("e", "0", STATEMENT)));
        refused(
                story.send(
                        "SignSeverance",
                        EMPLOYER,
                        "owed only",
                        "2013-06-04",
                        plain + ",\"agreement\":" + document("e")),
                422,
                "NOT_APPROVED",
                "W5");
    }

    private static String clause(int no, String kind, String text) {
        return "{\"no\":%d,\"kind\":\"%s\",\"text\":{\"subject\":\"%s\",\"text\":\"%s\"}}"
                .formatted(no, kind, EMPLOYEE, text);
    }

    private static String document(String digit) {
        return "{\"title\":\"Agreement\",\"sha256\":\"%s\"}".formatted(digit.repeat(64));
    }

    private static String terms(String digit, String special, String... clauses) {
        return ",\"employee\":\"%s\",\"payment\":{\"contractual\":\"30000\",\"special\":\"%s\"},"
                        .formatted(EMPLOYEE, special)
                + "\"clauses\":["
                + String.join(",", clauses)
                + "],\"agreement\":"
                + document(digit);
    }

    private Reply draft(String what, String digit, String... clauses) {
        return story.send(
                "DraftSeveranceAgreement",
                EMPLOYER,
                what,
                "2013-07-01",
                AGREEMENT + terms(digit, "12000", clauses));
    }

    private Reply submit(String what, @Nullable String informedOn) {
        return story.send(
                "SubmitSeverance",
                EMPLOYER,
                what,
                "2013-07-01",
                AGREEMENT
                        + (informedOn == null
                                ? ""
                                : ",\"employeeInformedOn\":\"%s\"".formatted(informedOn)));
    }

    private Reply giveBack(String what, String cause) {
        return story.send(
                "ReturnSeverance",
                DEPARTMENT,
                what,
                "2013-07-01",
                AGREEMENT + ",\"cause\":\"%s\"".formatted(cause));
    }

    private Reply approve(String by, String what) {
        return story.send(
                by.equals(TREASURY) ? "ApproveSeveranceHMT" : "ApproveSeveranceDH",
                by,
                what,
                "2013-07-01",
                AGREEMENT);
    }

    private Reply sign(String what, String digit) {
        return story.send(
                "SignSeverance",
                EMPLOYER,
                what,
                "2013-07-01",
                AGREEMENT + ",\"agreement\":" + document(digit));
    }
}
