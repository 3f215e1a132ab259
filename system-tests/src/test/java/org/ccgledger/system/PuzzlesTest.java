package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.Story.accepted;
import static org.ccgledger.system.Story.refused;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Twenty places where the figures and days of what was published do not fit one another, and what
/// the ledger answers to whom they puzzle.
class PuzzlesTest {

    private static final RunningLedger LEDGER = RunningLedger.start();
    private static final String GROUP = "9PZ";

    private final PlayedEngland england = PlayedEngland.shared();

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void z01_levels_add_up_to_more_than_the_groups_as_seven_named_two() {
        JsonNode uptake = england.get("/v1/co-commissioning/uptake?asOf=2014-07-08").json();
        int delegated = agreed("interested-in-delegation", "74");
        int joint = agreed("interested-in-joint-commissioning", "110");
        int involved = agreed("interested-in-greater-involvement", "19");
        assertThat(agreed("interested", "196")).isEqualTo(number(uptake, "distinctCcgs"));
        assertThat(delegated + joint + involved).isEqualTo(number(uptake, "memberships"));

        List<String> interested =
                texts(items("/v1/co-commissioning/interest?asOf=2014-07-08"), "ccg");
        assertThat(interested).hasSize(203);
        assertThat(interested.size() - Set.copyOf(interested).size()).isEqualTo(7);
        // An expression is no group: six share one.
        assertThat(number(uptake, "expressions")).isEqualTo(191);
        assertThat(
                        items("/v1/co-commissioning/expressions?asOf=2014-07-08&ccg=08J")
                                .getFirst()
                                .get("ccgs"))
                .hasSize(6);
    }

    @Test
    void z02_readiness_is_of_the_74_for_delegation_and_of_nine_nobody_has_said_it() {
        assertThat(agreed("ready-now-for-delegation", "20")).isEqualTo(20);
        assertThat(agreed("ready-soon-for-delegation", "45")).isEqualTo(45);
        assertThat(readiness("2014-07-01")).isEqualTo("{\"NOT_ASSESSED\":74}");
        assertThat(readiness("2014-07-08"))
                .isEqualTo("{\"READY_NOW\":20,\"READY_SOON\":45,\"NOT_ASSESSED\":9}");
        assertThat(
                        items(
                                "/v1/co-commissioning/interest?asOf=2014-07-08&level=DELEGATED&readiness=READY_NOW"))
                .hasSize(20)
                .allSatisfy(row ->
                        assertThat(row.get("readinessAsAt").asString()).isEqualTo("2014-07-08"));
    }

    @Test
    void z03_a_directed_group_is_one_with_conditions_and_counted_alone_as_well() {
        JsonNode summary = summary("2013-03-14");
        assertThat(number(summary, "fullyAuthorised") + number(summary, "withConditions"))
                .isEqualTo(number(summary, "total"))
                .isEqualTo(211);
        assertThat(number(summary, "withDirections")).isEqualTo(15);
        JsonNode second = summary.at("/waves/1");
        assertThat(exclusive(second)).containsExactly(19, 45, 3);
        assertThat(exclusive(summary.at("/waves/3"))).containsExactly(10, 31, 7);
        assertThat(
                        summary.get("waves")
                                .valueStream()
                                .mapToInt(wave ->
                                        number(wave, "conditionsOnly")
                                                + number(wave, "conditionsAndDirections"))
                                .sum())
                .isEqualTo(168);
        assertThat(items("/v1/ccgs?asOf=2013-03-14"))
                .filteredOn(group -> number(group, "directionsInForce") > 0)
                .hasSize(15)
                .allSatisfy(group -> assertThat(number(group, "conditionsOpen")).isPositive());
    }

    @Test
    void z04_around_20_per_cent_is_stated_and_20_4_is_counted() {
        JsonNode figure = figure("fully-authorised-percent");
        JsonNode summary = summary("2013-03-14");
        assertThat(decimal(figure, "stated")).isEqualByComparingTo("20");
        assertThat(figure.get("subject").asString()).endsWith("around");
        assertThat(decimal(figure, "count"))
                .isEqualByComparingTo(percent(number(summary, "fullyAuthorised"), 211))
                .isEqualByComparingTo("20.4");
    }

    @Test
    void z05_waves_are_planned_submitted_and_decided_each_with_a_figure_of_its_own() {
        List<JsonNode> waves = items("/v1/authorisation/waves?asOf=2013-03-14");
        assertThat(column(waves, "planned")).containsExactly(35, 70, 67, 40);
        assertThat(column(waves, "submitted")).containsExactly(35, 67, 64, 48);
        assertThat(column(waves, "authorised")).containsExactly(34, 67, 62, 48);
        assertThat(column(waves, "planned").stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(212);
        assertThat(column(waves, "authorised").stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(211);
        // Liverpool applied in wave 1 and was decided in wave 4.
        assertThat(number(group("99A", "2012-07-03"), "wave")).isEqualTo(1);
        assertThat(number(group("99A", "2013-03-14"), "wave")).isEqualTo(4);
    }

    @Test
    void z06_a_share_of_46_per_cent_is_flagged_and_fits_the_directions_alone() {
        JsonNode figure = figure("wave-4-share-of-conditions");
        assertThat(decimal(figure, "stated")).isEqualByComparingTo("46");
        assertThat(decimal(figure, "count"))
                .isEqualByComparingTo(percent(38, 168))
                .isEqualByComparingTo("22.6");
        assertThat(figure.get("explanation").asString())
                .isEqualTo("The source states 23.4 more than the ledger counts for that day");
        assertThat(texts(items("/v1/stated-figures?agrees=false"), "figure"))
                .contains("wave-4-share-of-conditions");

        JsonNode summary = summary("2013-03-14");
        JsonNode last = summary.at("/waves/3");
        assertThat(number(last, "conditionsOnly") + number(last, "conditionsAndDirections"))
                .isEqualTo(38);
        assertThat(
                        percent(
                                number(last, "conditionsAndDirections"),
                                number(summary, "withDirections")))
                .isEqualByComparingTo("46.7");
    }

    @Test
    void z07_net_changes_hide_a_new_direction() {
        assertThat(
                        List.of(
                                        "2013-03-14",
                                        "2013-04-05",
                                        "2013-07-26",
                                        "2013-12-01",
                                        "2014-05-31")
                                .stream()
                                .map(day -> number(summary(day), "withDirections")))
                .containsExactly(15, 14, 8, 7, 3);
        String between = "&effectiveFrom=2013-03-15&effectiveTo=2013-04-05";
        assertThat(events("ccg.directions.DirectionRevoked", between)).hasSize(2);
        assertThat(events("ccg.directions.DirectionIssued", between))
                .singleElement()
                .satisfies(issued ->
                        assertThat(issued.get("sentence").asString())
                                .contains("issued direction 07M-D1 to NHS Barnet"));
    }

    @Test
    void z08_152_and_151_trusts_stand_beside_one_another_each_with_its_source() {
        JsonNode replaced = figure("pcts");
        JsonNode listed = figure("pcts-listed");
        assertThat(decimal(replaced, "stated")).isEqualByComparingTo("152");
        assertThat(decimal(listed, "stated")).isEqualByComparingTo("151");
        assertThat(replaced.get("citation").asString()).startsWith("Public Finance");
        assertThat(listed.get("citation").asString()).startsWith("Office for National Statistics");
        assertThat(List.of(replaced, listed)).allSatisfy(PuzzlesTest::isNotCounted);
        // The ledger counts what is its own.
        assertThat(count("/v1/ccgs?asOf=2013-03-14&status=ESTABLISHED")).isEqualTo(211);
    }

    @Test
    void z09_a_majority_is_counted_from_the_votes() {
        assertThat(items("/v1/instruments?asOf=2014-09-09"))
                .singleElement()
                .satisfies(order -> {
                    assertThat(number(order, "commonsAyes")).isEqualTo(276);
                    assertThat(number(order, "commonsNoes")).isEqualTo(152);
                    assertThat(number(order, "commonsMajority")).isEqualTo(124);
                });
        String recorder = "recorder-1;role=PARLIAMENTARY_RECORDER;body=PARLIAMENT/UK";
        String order = "\"instrument\": \"z09-order\"";
        accepted(
                LEDGER.post(
                        "LayInstrument",
                        recorder,
                        Sample.about(
                                order
                                        + """
                                        , "title": "An order", "parentAct": "An Act", "procedure": "AFFIRMATIVE",
                                        "powers": [{"power": "14Z3", "manner": "BY_JOINT_COMMITTEE"}]
                                        """)));
        refused(
                LEDGER.post(
                        "RecordDivision",
                        recorder,
                        Sample.about(
                                order
                                        + """
                                        , "house": "COMMONS", "ayes": 276, "noes": 152, "statedMajority": 125
                                        """)),
                422,
                "DIVISION_MAJORITY_MISMATCH",
                "H1");
    }

    @Test
    void z10_a_decision_counts_from_its_day_whenever_it_is_published_or_recorded() {
        assertThat(number(summary("2013-03-13"), "total")).isEqualTo(163);
        assertThat(number(summary("2013-03-14"), "total")).isEqualTo(211);
        JsonNode figure = figure("ccgs-authorised");
        assertThat(figure.get("asAt").asString()).isEqualTo("2013-03-14");
        assertThat(figure.get("citation").asString()).endsWith("15 March 2013");

        List<JsonNode> last =
                events(
                        "ccg.authorisation.CCGAuthorised",
                        "&effectiveFrom=2013-03-14&effectiveTo=2013-03-14");
        assertThat(last)
                .hasSize(48)
                .allSatisfy(authorised ->
                        assertThat(authorised.get("recordedAt").asString()).isGreaterThan("2026"));
        int before = last.stream().mapToInt(event -> number(event, "position")).min().orElseThrow();
        assertThat(
                        number(
                                england.get(
                                                "/v1/authorisation/summary?asOf=2013-03-14&knownAt="
                                                        + (before - 1))
                                        .json(),
                                "total"))
                .isEqualTo(163);
    }

    @Test
    void z11_a_policy_bounds_no_allowance_and_both_figures_of_a_page_are_kept() {
        assertThat(stated("per-head-promised-from", "per-head-promised-to", "per-head-2013-14"))
                .containsExactly("25", "35", "25");
        assertThat(stated("per-head-2014-15", "per-head-2014-15-in-a-reply"))
                .containsExactly("24.73", "24.78");
        assertThat(stated("per-head-2015-16", "per-head-2015-16-in-a-reply"))
                .containsExactly("22.07", "22.11");

        propose("9PA", 38_901);
        send(
                "SetRunningCostPolicy",
                policy("2014/15", "\"range\": {\"from\": \"25\", \"to\": \"35\"}"));
        send("SetRunningCostPolicy", policy("2014/15", "\"perHead\": \"24.73\""));
        send("SetRunningCostPolicy", policy("2015/16", "\"perHead\": \"22.07\""));
        send("RecordPopulation", population("9PA", "ONS_MODERATED", 88_000, "2012-04-01"));
        Reply allowed = send("SetRunningCostAllowance", allowance("9PA", "2014/15", "24.78"));

        assertThat(allowed.body()).contains("ccg.runningcosts.AllowanceOutOfPolicyRange");
        JsonNode account = item("/v1/running-costs?ccg=9PA&fy=2014/15");
        assertThat(decimal(account, "policyPerHead")).isEqualByComparingTo("24.73");
        assertThat(decimal(account, "perHead")).isEqualByComparingTo("24.78");
        assertThat(decimal(account, "envelope")).isEqualByComparingTo("2180640");
        assertThat(account.get("outsidePolicy").asBoolean()).isTrue();
        assertThat(decimal(item("/v1/running-cost-policies?fy=2015/16"), "perHead"))
                .isEqualByComparingTo("22.07");
    }

    @Test
    void z12_an_envelope_names_the_count_of_heads_that_it_was_made_from() {
        propose(GROUP, 38_902);
        send("RecordPopulation", population(GROUP, "LIST", 908_496, "2012-04-01"));
        send("RecordPopulation", population(GROUP, "ONS_MODERATED", 870_000, "2012-04-01"));
        send("SetRunningCostAllowance", allowance(GROUP, "2013/14", "25.00"));
        send("RecordPopulation", population(GROUP, "ONS_MODERATED", 880_000, "2012-06-30"));

        JsonNode account = item("/v1/running-costs?fy=2013/14&ccg=" + GROUP);
        assertThat(account.get("basis").asString()).isEqualTo("ONS_MODERATED");
        assertThat(number(account, "heads")).isEqualTo(870_000);
        assertThat(account.get("headsAsAt").asString()).isEqualTo("2012-04-01");
        assertThat(decimal(account, "envelope")).isEqualByComparingTo("21750000");
        assertThat(LEDGER.get("/v1/ccgs/" + GROUP).json().get("populations").valueStream())
                .extracting(counted -> counted.get("basis").asString() + " " + counted.get("heads"))
                .containsExactlyInAnyOrder("LIST 908496", "ONS_MODERATED 880000");
    }

    @Test
    void z13_budgets_are_kept_as_precisely_as_each_source_states_them() {
        assertThat(
                        stated(
                                "budget-of-groups",
                                "budget-of-the-board",
                                "funding-of-the-board-2013-14"))
                .containsExactly("65000000000", "95000000000", "95620000000");
        assertThat(figure("budget-of-the-board").get("subject").asString())
                .endsWith("in whole billions");
        assertThat(figure("funding-of-the-board-2013-14").get("subject").asString())
                .endsWith("in hundredths of a billion");
        assertThat(figure("budget-of-the-board").get("citation"))
                .isNotEqualTo(figure("funding-of-the-board-2013-14").get("citation"));
    }

    @Test
    void z14_the_edition_in_force_has_119_criteria_whatever_drafts_and_reports_say() {
        assertThat(agreed("criteria", "119")).isEqualTo(119);
        JsonNode draft = figure("criteria-in-draft");
        assertThat(decimal(draft, "stated")).isEqualByComparingTo("118");
        assertThat(number(draft, "count")).isZero();
        JsonNode report = figure("criteria-in-a-trade-report");
        assertThat(decimal(report, "stated")).isEqualByComparingTo("110");
        assertThat(number(report, "count")).isEqualTo(119);
        assertThat(report.get("explanation").asString()).contains("9 fewer");
        assertThat(events("ccg.catalogue.CriteriaCataloguePublished", ""))
                .singleElement()
                .satisfies(edition ->
                        assertThat(edition.get("sentence").asString())
                                .contains("edition final-2012", "with 119 criteria"));
    }

    @Test
    void z15_a_correction_keeps_what_was_wrong_beside_what_is_right() {
        accepted(
                LEDGER.post(
                        "RecordStatedFigure",
                        Senders.REGISTRY,
                        Sample.about(
                                """
                                "figure": "first-wave", "subject": "Groups of the first wave", "counted": "AUTHORISED",
                                "figureSource": {"standing": "STATED", "citation": "A page that types December 2013"},
                                "wave": 1, "value": "34", "unit": "CCGS", "asAt": "2013-12-31"
                                """)));
        accepted(
                LEDGER.post(
                        "CorrectRecord",
                        Senders.AUDITOR,
                        Sample.about(
                                """
                                "correction": "4c1f0c5e-93d7-4a44-9b0c-1f7f3d6a2b10",
                                "entry": {"stream": "stated-figure:first-wave", "version": 1},
                                "field": "asAt", "wrong": "2013-12-31", "right": "2012-12-31"
                                """,
                                "2013-02-01")));

        JsonNode correction = item("/v1/corrections?stream=stated-figure:first-wave");
        assertThat(correction.get("wrongValue").asString()).isEqualTo("2013-12-31");
        assertThat(correction.get("rightValue").asString()).isEqualTo("2012-12-31");
        JsonNode entry =
                LEDGER.get(correction.get("entry").asString()).json().at("/items/0/fact/asAt");
        assertThat(entry.asString()).isEqualTo("2013-12-31");
    }

    @Test
    void z16_to_be_approved_approved_on_a_condition_and_live_are_three_things() {
        assertThat(agreed("approved-for-delegation", "64")).isEqualTo(64);
        JsonNode said = figure("approved-for-delegation-in-a-speech");
        assertThat(decimal(said, "stated")).isEqualByComparingTo("65");
        assertThat(decimal(said, "difference")).isEqualByComparingTo("1");
        String decided = "&effectiveFrom=2015-02-18&effectiveTo=2015-02-18";
        assertThat(events("ccg.cocommissioning.CoCommissioningApproved", decided)).hasSize(64);
        assertThat(events("ccg.cocommissioning.CoCommissioningConditionallyApproved", decided))
                .hasSize(1);
        assertThat(agreed("delegation-2015-16", "63")).isEqualTo(63);
        assertThat(
                        events(
                                "ccg.cocommissioning.DelegationWentLive",
                                "&effectiveFrom=2015-04-01&effectiveTo=2015-04-01"))
                .hasSize(63);
        assertThat(
                        stated(
                                "more-delegation-2016-17",
                                "more-delegation-2016-17-announced",
                                "delegation-2016-17"))
                .containsExactly("51", "52", "114");
        assertThat(statedNumber("delegation-2016-17") - agreed("delegation-2015-16", "63"))
                .isEqualTo(51);
    }

    @Test
    void z17_what_groups_preferred_in_june_is_not_what_they_applied_for_in_january() {
        int delegated = agreed("survey-delegation", "77");
        int joint = statedNumber("survey-joint");
        int involved = statedNumber("survey-greater-involvement");
        int none = statedNumber("survey-none");
        assertThat(delegated + joint + involved + none)
                .isEqualTo(statedNumber("survey-answers"))
                .isEqualTo(198);
        assertThat(delegated - agreed("interested-in-delegation", "74")).isEqualTo(3);
        assertThat(joint - agreed("interested-in-joint-commissioning", "110")).isEqualTo(-20);
        assertThat(involved - agreed("interested-in-greater-involvement", "19")).isEqualTo(7);
        // What the ledger holds of joint commissioning is what was put into effect.
        assertThat(number(figure("survey-joint"), "count")).isEqualTo(87);

        Set<String> applied =
                new HashSet<>(
                        texts(
                                items(
                                        "/v1/co-commissioning/applications?asOf=2015-01-30&level=DELEGATED"),
                                "ccg"));
        assertThat(applied).hasSize(77);
        texts(items("/v1/co-commissioning/interest?asOf=2015-01-30&level=DELEGATED"), "ccg")
                .forEach(applied::remove);
        assertThat(applied)
                .hasSize(3)
                .allSatisfy(ccg ->
                        assertThat(
                                        texts(
                                                items(
                                                        "/v1/co-commissioning/interest?asOf=2015-01-30&ccg="
                                                                + ccg),
                                                "level"))
                                .containsExactly("JOINT"));
    }

    @Test
    void z18_practices_are_counted_from_memberships_and_not_made_up_to_fit() {
        JsonNode figure = figure("practices");
        assertThat(decimal(figure, "stated")).isEqualByComparingTo("8000");
        assertThat(figure.get("subject").asString()).endsWith("more than");
        assertThat(number(figure, "count"))
                .isEqualTo(count("/v1/practices?asOf=2013-03-14"))
                .isEqualTo(422);
        assertThat(
                        items("/v1/practices?asOf=2013-03-14").stream()
                                .map(practice -> practice.get("practice").asString()))
                .allMatch(code -> code.startsWith("Z"));
    }

    @Test
    void z19_more_than_two_thirds_of_wave_2_is_48_of_67() {
        JsonNode figure = figure("wave-2-conditions-percent");
        JsonNode wave = summary("2013-01-31").at("/waves/1");
        int conditioned = number(wave, "conditionsOnly") + number(wave, "conditionsAndDirections");
        assertThat(List.of(conditioned, number(wave, "authorised"))).containsExactly(48, 67);
        assertThat(decimal(figure, "count"))
                .isEqualByComparingTo(percent(48, 67))
                .isEqualByComparingTo("71.6")
                .isGreaterThan(decimal(figure, "stated"));
    }

    @Test
    void z20_who_may_exercise_a_function_for_another_may_have_conditions_of_its_own() {
        JsonNode direction = items("/v1/directions?asOf=2013-04-02&exerciser=CCG/08N").getFirst();
        assertThat(direction.get("ccg").asString()).isEqualTo("08W");
        JsonNode redbridge = group("08N", "2013-04-02");
        assertThat(redbridge.get("outcome").asString()).isEqualTo("AUTHORISED_WITH_CONDITIONS");
        assertThat(number(redbridge, "conditionsOpen")).isPositive();

        Directed directed = new Directed(LEDGER);
        directed.authorise("9PD", 38_903, "planning");
        directed.authorise("9PE", 38_904, "governance");
        directed.authorise("9PF", 38_905, "planning");
        for (String candidate : List.of("9PE", "9PF")) {
            directed.awaitEstablished(candidate);
            directed.consider("9PD", "planning", candidate);
        }
        refused(assign("9PF"), 422, "ASSIGNEE_INELIGIBLE", "D5");
        accepted(assign("9PE"));
        assertThat(number(LEDGER.get("/v1/ccgs/9PE").json(), "conditionsOpen")).isEqualTo(1);
        assertThat(item("/v1/directions?ccg=9PD").get("exercisers").toString())
                .isEqualTo("[\"CCG/9PE\"]");
    }

    private static Reply assign(String exerciser) {
        return LEDGER.post(
                "AssignFunctionExercise",
                Senders.BOARD,
                Sample.about(
                        "\"ccg\": \"9PD\", \"direction\": \"9PD-D1\", \"function\": \"planning\", \"exerciser\": \"CCG/%s\""
                                .formatted(exerciser),
                        "2013-04-01"));
    }

    private static void propose(String ccg, int number) {
        accepted(
                LEDGER.post(
                        "ProposeCCG",
                        Senders.lead(ccg),
                        Sample.proposal(
                                ccg, "E380" + number, "F" + number, "F" + number, "G" + number)));
    }

    private static Reply send(String command, String fields) {
        Reply reply = LEDGER.post(command, Senders.BOARD_OFFICER, Sample.about(fields));
        accepted(reply);
        return reply;
    }

    private static String policy(String year, String amount) {
        return """
        "fy": "%s", %s, "basis": "ONS_MODERATED", "source": {"standing": "STATED", "citation": "A page"}
        """
                .formatted(year, amount);
    }

    private static String population(String ccg, String basis, int heads, String asAt) {
        return "\"ccg\": \"%s\", \"basis\": \"%s\", \"heads\": %d, \"asAt\": \"%s\""
                .formatted(ccg, basis, heads, asAt);
    }

    private static String allowance(String ccg, String year, String perHead) {
        return "\"ccg\": \"%s\", \"fy\": \"%s\", \"basis\": \"ONS_MODERATED\", \"perHead\": \"%s\""
                .formatted(ccg, year, perHead);
    }

    /// The one row of an answer of the small ledger.
    private static JsonNode item(String question) {
        Reply reply = LEDGER.get(question);
        assertThat(reply.json().path("items").size()).as("%s", reply).isEqualTo(1);
        return reply.json().at("/items/0");
    }

    /// A figure as a source states it, beside what the ledger counts.
    private JsonNode figure(String figure) {
        List<JsonNode> found = items("/v1/stated-figures?figure=" + figure);
        assertThat(found).as(figure).hasSize(1);
        return found.getFirst();
    }

    /// A figure that its source states and the ledger counts alike.
    private int agreed(String figure, String stated) {
        JsonNode row = figure(figure);
        assertThat(decimal(row, "stated")).as(figure).isEqualByComparingTo(stated);
        assertThat(decimal(row, "difference")).as(figure).isZero();
        return number(row, "count");
    }

    private List<String> stated(String... figures) {
        return List.of(figures).stream()
                .map(figure -> decimal(figure(figure), "stated").toPlainString())
                .toList();
    }

    private int statedNumber(String figure) {
        return decimal(figure(figure), "stated").intValueExact();
    }

    private static void isNotCounted(JsonNode figure) {
        assertThat(figure.hasNonNull("count")).isFalse();
        assertThat(figure.get("explanation").asString())
                .isEqualTo("The ledger holds nothing that could be counted for it");
    }

    private JsonNode summary(String asOf) {
        return england.get("/v1/authorisation/summary?asOf=" + asOf).json();
    }

    private String readiness(String asOf) {
        return england.get("/v1/co-commissioning/uptake?asOf=" + asOf)
                .json()
                .get("readiness")
                .toString();
    }

    private JsonNode group(String ccg, String asOf) {
        return england.get("/v1/ccgs/" + ccg + "?asOf=" + asOf).json();
    }

    private static List<Integer> exclusive(JsonNode wave) {
        return List.of(
                number(wave, "unconditional"),
                number(wave, "conditionsOnly"),
                number(wave, "conditionsAndDirections"));
    }

    private List<JsonNode> events(String type, String between) {
        return items("/v1/audit/events?type=" + type + between);
    }

    private List<JsonNode> items(String question) {
        Reply reply = england.get(question + (question.contains("?") ? "&" : "?") + "limit=500");
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.json().path("next").isMissingNode()).as(question).isTrue();
        return reply.json().get("items").valueStream().toList();
    }

    private int count(String question) {
        return number(england.get(question + "&limit=1&count=exact").json(), "count");
    }

    private static List<String> texts(List<JsonNode> rows, String column) {
        return rows.stream().map(row -> row.get(column).asString()).toList();
    }

    /// Of each wave, in their order.
    private static List<Integer> column(List<JsonNode> waves, String column) {
        List<JsonNode> ordered = new ArrayList<>(waves);
        ordered.sort(Comparator.comparingInt(wave -> number(wave, "wave")));
        return ordered.stream().map(wave -> number(wave, column)).toList();
    }

    private static int number(JsonNode row, String column) {
        return row.get(column).asInt();
    }

    private static BigDecimal decimal(JsonNode row, String column) {
        return new BigDecimal(row.get(column).asString());
    }

    /// To one place, as the ledger gives shares.
    private static BigDecimal percent(int part, int whole) {
        return BigDecimal.valueOf(100L * part)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
