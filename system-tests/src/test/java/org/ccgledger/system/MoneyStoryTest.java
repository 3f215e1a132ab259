package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.Story.accepted;
import static org.ccgledger.system.Story.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Surrey Heath has £25 a head to run itself, and spends more; it shares its finance team with
/// North West Surrey. Its funds are allotted, its year is assessed, it chooses its support, and it
/// asks for advice that it does not follow.
class MoneyStoryTest {

    private static final String SURREY_HEATH = "10C";
    private static final String NORTH_WEST_SURREY = "09Y";
    private static final String FINANCE =
            "finance-officer-10C;role=CCG_FINANCE_OFFICER;body=CCG/10C";
    private static final String CHAIR = "chair-10C;role=GOVERNING_BODY_CHAIR;body=CCG/10C";
    private static final String SENATE = "senate-1;role=SENATE_MEMBER;body=SENATE/SOUTH-EAST";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String YEAR = "\"ccg\":\"10C\",\"fy\":\"2013/14\"";
    private static final String NEXT_YEAR = "\"ccg\":\"10C\",\"fy\":\"2014/15\"";
    private static final String ACCOUNT = "/v1/running-costs?ccg=10C&fy=2013/14&asOf=";

    private final Story story = new Story("money");

    @Test
    void a_group_stays_within_its_envelope_or_is_seen_not_to() {
        allow(SURREY_HEATH, 92_727, "2318175.00");
        allow(NORTH_WEST_SURREY, 100_000, "2500000.00");

        Reply tooMuch = budget("too much", "2400000", "60", "40");
        refused(tooMuch, 422, "RUNNING_COST_BUDGET_EXCEEDS_ENVELOPE", "R3");
        assertThat(tooMuch.body()).contains("2318175.00");
        refused(budget("not all shared", "2000000", "60", "30"), 422, "COST_SHARE_INVALID", "R6");
        accepted(budget("within", "2000000", "60", "40"));

        refused(structure("not shown"), 422, "AFFORDABILITY_NOT_DEMONSTRATED", "R5");
        refused(
                demonstrate("too dear", "2400000"),
                422,
                "RUNNING_COST_BUDGET_EXCEEDS_ENVELOPE",
                "R3");
        accepted(demonstrate("affordable", "2060000"));
        accepted(structure("shown"));

        accepted(spend("shared", "2013-05", "finance-team", "1000.01", "2013-06-10"));
        assertThat(account("2013-06-10", "spent", "monthsReported", "forecast", "breached"))
                .containsExactly("600.01", "2", "3600.06", "false");
        awaitShare();

        Reply breached = spend("too much", "2013-09", "office", "2400000", "2013-10-10");
        accepted(breached);
        assertThat(breached.body()).contains("ccg.runningcosts.RunningCostEnvelopeBreached");
        assertThat(
                        account(
                                "2013-10-10",
                                "heads",
                                "perHead",
                                "envelope",
                                "budget",
                                "spent",
                                "forecast",
                                "variance",
                                "breached"))
                .containsExactly(
                        "92727",
                        "25.00",
                        "2318175.00",
                        "2060000.00",
                        "2400600.01",
                        "4801200.02",
                        "-2483025.02",
                        "true");
        assertThat(account("2013-10-09", "breached")).containsExactly("false");
        assertThat(
                        story.item("/v1/structures?ccg=10C&asOf=2013-10-10")
                                .get("projectedCost")
                                .asString())
                .isEqualTo("2060000.00");
    }

    @Test
    void a_group_commits_what_it_has_and_answers_for_what_it_achieves() {
        accepted(
                story.send(
                        "AllotFunds",
                        Senders.BOARD_OFFICER,
                        "2014-15",
                        "2014-01-10",
                        NEXT_YEAR + ",\"amount\":\"100000000\""));
        refused(
                story.send(
                        "AllotFunds",
                        Senders.BOARD_OFFICER,
                        "again",
                        "2014-01-11",
                        NEXT_YEAR + ",\"amount\":\"99000000\""),
                409,
                "ALREADY_ALLOTTED",
                "B1");
        accepted(
                story.send(
                        "SetFinancialLimit",
                        CHAIR,
                        "finance",
                        "2014-04-01",
                        NEXT_YEAR + ",\"role\":\"CCG_FINANCE_OFFICER\",\"limit\":\"250000\""));
        refused(
                commit(FINANCE, "beyond the limit", "250000.01"),
                422,
                "EXCEEDS_FINANCIAL_LIMIT",
                "");
        String officer = Senders.officer(SURREY_HEATH);
        refused(commit(officer, "beyond all", "100000000.01"), 422, "EXCEEDS_ALLOCATION", "B2");
        accepted(commit(officer, "acute", "90000000"));
        Reply bound =
                story.send(
                        "RecordCommitment",
                        FINANCE,
                        "packages",
                        "2014-12-01",
                        NEXT_YEAR
                                + ",\"commitment\":\"10C-packages\",\"subject\":\"Packages of"
                                + " care\",\"amount\":\"10000000.01\"");
        accepted(bound);
        assertThat(bound.body()).contains("ccg.funds.AllocationOvercommitted");
        JsonNode allocation =
                story.item("/v1/allocations?ccg=10C&overcommitted=true&asOf=2015-03-31");
        assertThat(allocation.get("uncommitted").asString()).isEqualTo("-0.01");

        refused(assess("nobody asked", ""), 422, "HWB_NOT_CONSULTED", "B3");
        accepted(
                assess(
                        "asked",
                        "{\"authority\":\"LA/E10000030\",\"consultedOn\":\"2015-05-01\","
                                + "\"view\":{\"title\":\"View of the board\"}}"));
        accepted(
                story.send(
                        "PublishAssessment",
                        Senders.BOARD_OFFICER,
                        "2014-15",
                        "2015-07-15",
                        NEXT_YEAR + ",\"summary\":{\"title\":\"Summary for 2014/15\"}"));
        JsonNode assessment =
                story.item("/v1/performance-assessments?ccg=10C&published=true&asOf=2015-07-15");
        assertThat(assessment.get("resources").asString()).isEqualTo("100000000.00");
    }

    @Test
    void a_group_chooses_its_support_and_nobody_imposes_a_private_provider() {
        String company = "\"providerKind\":\"INDEPENDENT\",\"provider\":\"PROVIDER/NQ101\"";
        String unit = "\"providerKind\":\"CSU_BACKSTOP\",\"provider\":\"CSU/0AK\"";
        String officer = Senders.officer(SURREY_HEATH);
        refused(
                choose(Senders.BOARD_OFFICER, "imposed", company, "null"),
                422,
                "PRIVATE_SUPPORT_CANNOT_BE_IMPOSED",
                "S4");
        refused(
                choose(Senders.BOARD_OFFICER, "for it", unit, "\"2016-03-31\""),
                403,
                "SUPPORT_CHOICE_RESERVED_TO_CCG",
                "S1");
        refused(
                choose(officer, "too long", unit, "\"2016-04-01\""),
                422,
                "BACKSTOP_PERIOD_EXPIRED",
                "S2");
        refused(
                choose(officer, "decider", unit + ",\"decider\":\"CSU/0AK\"", "\"2016-03-31\""),
                422,
                "SUPPORT_CANNOT_DECIDE",
                "S3");
        accepted(choose(officer, "chosen", unit, "\"2016-03-31\""));
        JsonNode arrangement =
                story.item(
                        "/v1/commissioning-support?ccg=10C&service=contract-management&live=true"
                                + "&asOf=2013-04-01");
        assertThat(arrangement.get("endsOn").asString()).isEqualTo("2016-03-31");
        assertThat(
                        story.item(
                                        "/v1/support-market?service=contract-management&expires=2016-03"
                                                + "&asOf=2013-04-01")
                                .get("cost")
                                .asString())
                .isEqualTo("350000.00");
    }

    @Test
    void a_senate_advises_and_decides_nothing() {
        String advice = "\"advice\":\"10C-advice-1\",\"ccg\":\"10C\"";
        accepted(
                story.send(
                        "RequestAdvice",
                        Senders.officer(SURREY_HEATH),
                        "stroke",
                        "2013-09-01",
                        advice
                                + ",\"body\":\"SENATE/SOUTH-EAST\",\"question\":\"Should stroke"
                                + " care be in one place?\""));
        String letter = advice + ",\"document\":{\"title\":\"Letter\"},\"form\":\"RECOMMENDATION\"";
        refused(
                story.send(
                        "GiveAdvice",
                        SENATE,
                        "deciding",
                        "2013-10-01",
                        letter + ",\"decides\":\"The site of stroke care\""),
                422,
                "ADVICE_IS_NOT_BINDING",
                "V1");
        accepted(story.send("GiveAdvice", SENATE, "given", "2013-10-01", letter));
        accepted(
                story.send(
                        "RespondToAdvice",
                        Senders.officer(SURREY_HEATH),
                        "not accepted",
                        "2013-11-01",
                        advice + ",\"response\":\"NOT_ACCEPTED\""));
        JsonNode responded = story.item("/v1/advice?ccg=10C&response=NOT_ACCEPTED&asOf=2013-11-01");
        assertThat(responded.get("status").asString()).isEqualTo("RESPONDED");
        assertThat(responded.get("reasons").asString()).isEqualTo("As told.");
        assertThat(responded.get("overreach").asBoolean()).isFalse();
    }

    private void allow(String ccg, int heads, String envelope) {
        accepted(
                story.send(
                        "RecordPopulation",
                        Senders.BOARD_OFFICER,
                        ccg,
                        "2012-12-01",
                        "\"ccg\":\"%s\",\"basis\":\"LIST\",\"heads\":%d,\"asAt\":\"2012-04-01\""
                                .formatted(ccg, heads)));
        accepted(
                story.send(
                        "SetRunningCostAllowance",
                        Senders.BOARD_OFFICER,
                        ccg,
                        "2013-01-10",
                        "\"ccg\":\"%s\",\"fy\":\"2013/14\",\"basis\":\"LIST\",\"headsAsAt\":\"2012-04-01\",\"perHead\":\"25.00\""
                                .formatted(ccg)));
        assertThat(
                        story.item("/v1/running-costs?fy=2013/14&asOf=2013-04-01&ccg=" + ccg)
                                .get("envelope")
                                .asString())
                .isEqualTo(envelope);
    }

    /// A finance team for £100,000 that two groups share, and an office of its own.
    private Reply budget(String what, String office, String own, String other) {
        return story.send(
                "SetRunningCostBudget",
                FINANCE,
                what,
                "2013-04-01",
                YEAR
                        + ",\"lines\":[{\"line\":\"finance-team\",\"amount\":\"100000\",\"shares\":["
                        + "{\"ccg\":\"10C\",\"percent\":\"%s\"},{\"ccg\":\"09Y\",\"percent\":\"%s\"}]},"
                                .formatted(own, other)
                        + "{\"line\":\"office\",\"amount\":\"%s\"}]".formatted(office));
    }

    private Reply spend(String what, String month, String line, String amount, String on) {
        return story.send(
                "RecordRunningCostSpend",
                FINANCE,
                what,
                on,
                YEAR
                        + ",\"month\":\"%s\",\"line\":\"%s\",\"amount\":\"%s\",\"bookedTo\":\"RUNNING_COSTS\""
                                .formatted(month, line, amount));
    }

    private Reply demonstrate(String what, String cost) {
        return story.send(
                "DemonstrateAffordability",
                FINANCE,
                what,
                "2013-04-02",
                YEAR
                        + ",\"structure\":{\"title\":\"One finance team\"},\"projectedCost\":\"%s\""
                                .formatted(cost));
    }

    private Reply structure(String what) {
        return story.send(
                "ChangeStructure",
                Senders.officer(SURREY_HEATH),
                what,
                "2013-05-01",
                YEAR
                        + ",\"structure\":{\"title\":\"One finance team\"},\"description\":\"One"
                        + " finance team for two groups\",\"sharedWith\":[\"09Y\"]");
    }

    private Reply commit(String actor, String what, String amount) {
        return story.send(
                "CommitFunds",
                actor,
                what,
                "2014-04-02",
                NEXT_YEAR
                        + ",\"commitment\":\"10C-acute\",\"subject\":\"Acute services\",\"amount\":\"%s\""
                                .formatted(amount));
    }

    private Reply assess(String what, String view) {
        return story.send(
                "AssessPerformance",
                Senders.BOARD_OFFICER,
                what,
                "2015-06-30",
                NEXT_YEAR
                        + ",\"findings\":[{\"duty\":\"FINANCE\",\"finding\":\"More was committed than"
                        + " given\"}],\"hwbConsulted\":["
                        + view
                        + "],\"rating\":\"ASSURED_WITH_SUPPORT\"");
    }

    private Reply choose(String actor, String what, String provider, String until) {
        return story.send(
                "ChooseCommissioningSupport",
                actor,
                what,
                "2013-03-15",
                "\"support\":\"10C-support-1\",\"ccg\":\"10C\",\"service\":\"contract-management\","
                        + provider
                        + ",\"period\":{\"from\":\"2013-04-01\",\"until\":"
                        + until
                        + "},\"cost\":\"350000\"");
    }

    private List<String> account(String asOf, String... fields) {
        JsonNode account = story.item(ACCOUNT + asOf);
        return List.of(fields).stream().map(field -> account.get(field).asString()).toList();
    }

    /// The automation carries the other group's part into that group's account.
    private void awaitShare() {
        String question = "/v1/running-cost-lines?ccg=09Y&line=finance-team&asOf=2013-06-10";
        Instant end = Instant.now().plus(PATIENCE);
        String spent;
        do {
            spent = story.item(question).get("spent").asString();
        } while (!spent.equals("400.00") && Instant.now().isBefore(end));
        assertThat(spent).isEqualTo("400.00");
    }
}
