package org.ccgledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.junit.jupiter.api.Test;

/// Holds every refusal there is against what is promised of refusals.
class RefusalTest {

    /// What callers may meet. A code that is published here is never taken back.
    private static final Set<String> CODES =
            Set.of(
                    // any command
                    "AUTHORITY_NOT_CITED",
                    "BACKDATED_BEYOND_LIMIT",
                    "CCG_CEASED",
                    "EFFECTIVE_DATE_IN_FUTURE",
                    "REASONS_REQUIRED",
                    // catalogue, approvals
                    "CATALOGUE_ALREADY_PUBLISHED",
                    "CATALOGUE_SIZE_MISMATCH",
                    "WAVE_EXISTS",
                    "APPROVAL_ALREADY_RECORDED",
                    // establishment, membership
                    "AGREEMENT_MISSING",
                    "APPLICATION_DECIDED",
                    "APPLICATION_INCOMPLETE",
                    "AREA_OVERLAPS",
                    "CODE_IN_USE",
                    "INVALID_CCG_NAME",
                    "MEMBERSHIP_GAP",
                    "PRACTICE_ALREADY_MEMBER",
                    "TOO_FEW_APPLICANTS",
                    "TOO_FEW_MEMBERS",
                    "TRANSFER_NOT_APPROVED",
                    "VARIATION_ALREADY_OPEN",
                    "VARIATION_NOT_APPROVED",
                    // authorisation
                    "ALREADY_DECIDED",
                    "ALREADY_MODERATED",
                    "ALREADY_SUBMITTED",
                    "ASSESSOR_CONFLICTED",
                    "COMMENT_WINDOW_CLOSED",
                    "COMMENT_WINDOW_OPEN",
                    "CONDITION_MISSING_FOR_CRITERION",
                    "CONDITION_NOT_LINKED",
                    "CRITERIA_NOT_ALL_ASSESSED",
                    "NOT_AUTHORISING_BODY",
                    "UNKNOWN_CRITERION",
                    "UNMET_CRITERIA_REQUIRE_CONDITIONS",
                    "WAVE_DEADLINE_PASSED",
                    "WAVE_NOT_LATER",
                    // conditions, directions, officers
                    "AO_APPOINTMENT_RESERVED_TO_BOARD",
                    "ASSIGNEE_INELIGIBLE",
                    "CCG_NOT_OPERATIONAL",
                    "CONDITION_NOT_OPEN",
                    "DIRECTION_ALREADY_ISSUED",
                    "DIRECTION_NOT_IN_FORCE",
                    "DIRECTION_REQUIRED_FOR_LEVEL",
                    "DIRECTION_STILL_IN_FORCE",
                    "ENABLING_DIRECTION_MISSING",
                    "EVIDENCE_REQUIRED",
                    "FUNCTIONS_REQUIRED",
                    "FUNCTION_ALREADY_ASSIGNED",
                    "FUNCTION_NOT_EXERCISABLE",
                    "FUNCTION_UNASSIGNED",
                    "HANDOVER_INCOMPLETE",
                    "INVALID_PERIOD",
                    "LEGAL_POWER_NOT_IN_FORCE",
                    "NO_OPEN_CONDITION",
                    "NO_UNMET_MATTER",
                    "REG8_9_FACTORS_NOT_CONSIDERED",
                    "REVIEW_ALREADY_OPEN",
                    "REVIEW_INCOMPLETE",
                    // governing bodies
                    "APPOINTEE_DISQUALIFIED",
                    "APPOINTMENT_ALREADY_ENDED",
                    "NOT_THE_ACCOUNTABLE_OFFICER",
                    "SEAT_OCCUPIED",
                    // committees, delegations
                    "ALREADY_MEMBER",
                    "FUNCTION_RESERVED",
                    "OUTSIDE_DELEGATED_SCOPE",
                    "PCCC_COMPOSITION_INVALID",
                    "SEAT_NOT_IN_TERMS",
                    // instruments, joint committees
                    "ACTOR_NOT_OF_THIS_BODY",
                    "AGREEMENT_NOT_GIVEN_BY_CCG",
                    "BOTH_HOUSES_REQUIRED",
                    "CONSTITUTION_DOES_NOT_PERMIT",
                    "DIVISION_MAJORITY_MISMATCH",
                    "INVITATION_CLOSED",
                    "MEMBER_AGREEMENT_MISSING",
                    "NOTICE_PERIOD_NOT_SERVED",
                    "TERMS_INCOMPLETE",
                    "TERMS_VERSION_STALE",
                    // co-commissioning
                    "APPLICATION_ALREADY_OPEN",
                    "AUDITOR_NOT_INDEPENDENT",
                    "CONDITIONS_OUTSTANDING",
                    "CONFLICTS_NOT_COVERED",
                    "EOI_EMPTY",
                    "EOI_WINDOW_CLOSED",
                    "FUNCTION_RESERVED_TO_NHS_ENGLAND",
                    "GOVERNANCE_AUDIT_NOT_PASSED",
                    "JOINT_COMMITTEE_REQUIRED",
                    "LEVEL_ALREADY_LIVE",
                    "NOTICE_TOO_LATE",
                    "ROUND_CLOSED",
                    // interests
                    "APPROVAL_REQUIRED",
                    "DECLARANT_NOT_IN_SCOPE",
                    "INTEREST_NOT_LIVE",
                    "REGISTER_INCOMPLETE",
                    "RELATIONSHIP_REQUIRED",
                    "SELF_APPROVAL",
                    "WITHHOLDING_NOT_APPROVED",
                    // money
                    "AFFORDABILITY_NOT_DEMONSTRATED",
                    "ALREADY_ALLOTTED",
                    "COST_SHARE_INVALID",
                    "EXCEEDS_ALLOCATION",
                    "EXCEEDS_FINANCIAL_LIMIT",
                    "HWB_NOT_CONSULTED",
                    "OUTCOME_OF_ANOTHER_YEAR",
                    "RUNNING_COST_BUDGET_EXCEEDS_ENVELOPE",
                    // procurement
                    "AWARD_RECORD_INCOMPLETE",
                    "BID_NOT_EVALUATED",
                    "COMPETITION_DECISION_RESERVED_TO_CCG",
                    "CONFLICT_AFFECTS_AWARD",
                    "CONTRACT_NOT_LIVE",
                    "NOT_ADVERTISED",
                    "OWNERSHIP_DISCRIMINATION",
                    "ROUTE_NOT_COMPETITIVE",
                    "ROUTE_NOT_DECIDED",
                    "SINGLE_PROVIDER_NOT_JUSTIFIED",
                    // support, advice
                    "ADVICE_BODY_NOT_REGISTERED",
                    "ADVICE_IS_NOT_BINDING",
                    "BACKSTOP_PERIOD_EXPIRED",
                    "PRIVATE_SUPPORT_CANNOT_BE_IMPOSED",
                    "SUPPORT_CANNOT_DECIDE",
                    "SUPPORT_CHOICE_RESERVED_TO_CCG",
                    // meetings, decisions, votes
                    "ALREADY_RESCINDED",
                    "ALREADY_VOTED",
                    "CHAIR_CONFLICTED",
                    "CONFLICTED_MEMBER_MAY_NOT_VOTE",
                    "DECISION_NOT_CARRIED",
                    "DECISION_NOT_TAINTED",
                    "DECISION_RESERVED_TO_PCCC",
                    "INTERESTS_NOT_CALLED",
                    "INTEREST_UNRESOLVED",
                    "ITEM_ALREADY_TABLED",
                    "ITEM_SETTLED",
                    "LIVE_INTEREST_UNDECLARED",
                    "MEETING_ALREADY_SCHEDULED",
                    "MEETING_NOT_CLOSED",
                    "MEETING_NOT_OPEN",
                    "MINUTES_ALREADY_APPROVED",
                    "NEWER_DECISION_MISSING",
                    "NO_CASTING_VOTE",
                    "NOT_A_VOTING_MEMBER",
                    "NOT_QUORATE",
                    "RULING_TOO_LENIENT",
                    "VOTING_NOT_OPEN",
                    "VOTING_OPEN",
                    // tariff
                    "APPROVAL_NOT_NEEDED",
                    "MONITOR_APPROVAL_REQUIRED",
                    "PROVIDER_AGREEMENT_MISSING",
                    // mergers, the end of groups
                    "FACTORS_NOT_ADDRESSED",
                    "MERGER_NOT_DUE",
                    "SUCCESSION_INCOMPLETE",
                    "TERMS_DIFFER",
                    // severance, concerns
                    "CLAUSES_CHANGED_AFTER_APPROVAL",
                    "EMPLOYEE_NOT_INFORMED",
                    "GAGGING_CLAUSE_PRESENT",
                    "NOT_APPROVED",
                    "NOT_SUBMITTED",
                    "SUBJECT_OF_ANOTHER_CONCERN",
                    "TREASURY_APPROVAL_REQUIRED",
                    "WHISTLEBLOWING_STATEMENT_MISSING",
                    // erasures
                    "LEGAL_HOLD",
                    "SUBJECT_AMONG_APPROVERS",
                    // succession to primary care trusts
                    "ALREADY_ABOLISHED",
                    "POST_ALREADY_TRANSFERRED",
                    "RECEIVER_INELIGIBLE",
                    "RECEIVER_NOT_ESTABLISHED",
                    "SUCCESSION_SHARE_INVALID");

    private static final Map<Path, String> TESTS = Sources.below("src/test/java");
    private static final Set<Integer> STATUSES = Set.of(403, 409, 422);

    static List<Class<?>> refusals() throws IOException {
        Path classes = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .filter(name -> name.startsWith(RefusalTest.class.getPackageName()))
                    .<Class<?>>map(RefusalTest::loaded)
                    .filter(type -> Refusal.class.isAssignableFrom(type) && type.isRecord())
                    .toList();
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, RefusalTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusals_are_found() throws IOException {
        assertThat(refusals()).hasSizeGreaterThan(30);
    }

    @Test
    void every_refusal_says_what_its_rule_is_and_what_can_be_done() throws IOException {
        for (Class<?> refusal : refusals()) {
            Rule rule = refusal.getAnnotation(Rule.class);
            assertThat(rule).as(refusal.getName()).isNotNull();
            assertThat(rule.title()).as(refusal.getName()).isNotBlank();
            assertThat(rule.cure()).as(refusal.getName()).isNotBlank();
            assertThat(rule.status()).as(refusal.getName()).isIn(STATUSES);
        }
    }

    @Test
    void every_code_is_one_that_callers_may_meet() throws IOException {
        assertThat(refusals()).extracting(Refusal::codeOf).isSubsetOf(CODES);
    }

    @Test
    void every_refusal_is_named_by_a_test() throws IOException {
        for (Class<?> refusal : refusals()) {
            assertThat(testsNaming(refusal))
                    .as("tests that name " + refusal.getName())
                    .isNotEmpty();
        }
    }

    /// The names of the tests that speak of a refusal. Two families may name a rule alike, so a
    /// test has to speak of this one.
    static Stream<String> testsNaming(Class<?> refusal) {
        Pattern named = Pattern.compile("new " + nameOf(refusal) + "\\(");
        return TESTS.entrySet().stream()
                .filter(test -> test.getKey().toString().endsWith("Test.java"))
                .filter(test -> isIn(refusal, test.getValue(), named))
                .map(test -> Sources.nameOf(test.getKey()));
    }

    private static boolean isIn(Class<?> refusal, String test, Pattern named) {
        return test.contains(familyOf(refusal).getName()) && named.matcher(test).find();
    }

    /// The name of the family may be left out, that of a part of the family may not.
    private static String nameOf(Class<?> refusal) {
        Class<?> around = refusal.getEnclosingClass();
        String qualifier = around.getSimpleName() + "\\s*\\.\\s*";
        return around.equals(familyOf(refusal))
                ? "(" + qualifier + ")?" + refusal.getSimpleName()
                : qualifier + refusal.getSimpleName();
    }

    private static Class<?> familyOf(Class<?> refusal) {
        return refusal.getNestHost();
    }
}
