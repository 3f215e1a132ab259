package org.ccgledger.query.successions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.query.SuccessionHistory.ABOLISHED_ON;
import static org.ccgledger.query.SuccessionHistory.DISSOLVED_ON;
import static org.ccgledger.query.SuccessionHistory.MERGED_ON;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.PctCode;
import org.ccgledger.events.ShaCode;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.predecessors.Holding;
import org.ccgledger.events.predecessors.HoldingKind;
import org.ccgledger.events.predecessors.PredecessorEvent.PredecessorRegistered;
import org.ccgledger.events.predecessors.PredecessorEvent.TransferSchemeMade;
import org.ccgledger.events.predecessors.Share;
import org.ccgledger.events.predecessors.TransferLine;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SuccessionsTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();
    private static final LocalDate TRANSFERRED_ON = LocalDate.of(2013, 4, 1);

    @BeforeAll
    static void catchUp() {
        SampleHistory.appendTo(QUERIES.history());
        transferTwo();
        QUERIES.catchUp();
    }

    /// A function and a public health function of one name, to one receiver.
    private static void transferTwo() {
        PctCode trust = new PctCode("5XX");
        List<Holding> holdings =
                List.of(
                        new Holding(HoldingKind.FUNCTION, "Screening"),
                        new Holding(HoldingKind.PUBLIC_HEALTH_FUNCTION, "Screening"));
        QUERIES.history()
                .append(
                        StreamName.predecessor(trust),
                        new PredecessorRegistered(
                                trust,
                                "Screening PCT",
                                new ShaCode("Q36"),
                                holdings,
                                TRANSFERRED_ON.minusMonths(6)),
                        new TransferSchemeMade(
                                trust,
                                TRANSFERRED_ON,
                                holdings.stream()
                                        .map(holding ->
                                                new TransferLine(
                                                        holding.kind(),
                                                        holding.name(),
                                                        BodyRef.BOARD,
                                                        new Share("100")))
                                        .toList(),
                                TRANSFERRED_ON.minusMonths(1)));
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    private static JsonNode on(String path, LocalDate day) {
        return QUERIES.json(path + (path.contains("?") ? "&" : "?") + "asOf=" + day);
    }

    private static JsonNode items(String path, LocalDate day) {
        return on(path, day).get("items");
    }

    private static JsonNode only(JsonNode items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static JsonNode group(String ods, LocalDate day) {
        return on("/v1/ccgs/" + ods, day);
    }

    @Test
    void a_group_that_merged_answers_as_at_a_day() {
        assertThat(group("08J", MERGED_ON.minusDays(1)).get("status").asString())
                .isEqualTo("OPERATIONAL");
        assertThat(group("08J", MERGED_ON).get("status").asString()).isEqualTo("MERGED");
        assertThat(group("07G", MERGED_ON).get("conditionsOpen").asInt()).isZero();
        assertThat(group("07G", MERGED_ON).get("directionsInForce").asInt()).isZero();
        assertThat(group("07G", MERGED_ON.minusDays(1)).get("conditionsOpen").asInt()).isEqualTo(1);
        assertThat(group("02N", DISSOLVED_ON).get("status").asString()).isEqualTo("DISSOLVED");
    }

    @Test
    void the_group_that_takes_their_place_begins_with_the_merger() {
        JsonNode successor = group("D4U1Y", MERGED_ON);
        assertThat(successor.get("status").asString()).isEqualTo("OPERATIONAL");
        assertThat(successor.get("name").asString())
                .isEqualTo("NHS River Clinical Commissioning Group");
        assertThat(successor.get("constitutionVersion").asInt()).isEqualTo(1);
        assertThat(successor.get("constitutionPermits").get(0).asString())
                .isEqualTo("JOINT_COMMITTEES");
        assertThat(successor.get("practices").asInt()).isEqualTo(1);
        assertThat(group("D4U1Y", ABOLISHED_ON).get("status").asString()).isEqualTo("ABOLISHED");
    }

    @Test
    void the_current_body_is_found_along_the_edges() {
        assertThat(current("08J", MERGED_ON.minusDays(1))).containsExactly("CCG/08J");
        assertThat(current("08J", MERGED_ON)).containsExactly("CCG/D4U1Y");
        assertThat(current("08J", ABOLISHED_ON)).containsExactly("ICB/QWE");
        JsonNode path = on("/v1/ccgs/08J/succession", ABOLISHED_ON).get("path");
        assertThat(path).hasSize(2);
        assertThat(path.get(0).get("effectiveOn").asString()).isEqualTo("2099-04-01");
        assertThat(path.get(1).get("cause").asString()).isEqualTo("ABOLISHED");
        assertThat(on("/v1/ccgs/D4U1Y/succession", DISSOLVED_ON).get("predecessors")).hasSize(3);
    }

    private static List<String> current(String ods, LocalDate day) {
        return StreamSupport.stream(
                        on("/v1/ccgs/" + ods + "/succession", day)
                                .get("currentBodies")
                                .spliterator(),
                        false)
                .map(body -> body.get("body").asString())
                .toList();
    }

    @Test
    void edges_are_listed_with_their_days() {
        assertThat(items("/v1/successions?cause=MERGED", MERGED_ON.minusDays(1))).isEmpty();
        assertThat(items("/v1/successions?cause=MERGED", MERGED_ON)).hasSize(2);
        assertThat(
                        only(items("/v1/successions?successor=ICB/QWE", ABOLISHED_ON))
                                .get("predecessorName")
                                .asString())
                .isEqualTo("NHS River Clinical Commissioning Group");
    }

    @Test
    void functions_of_primary_care_trusts_are_edges_with_shares() {
        assertThat(items("/v1/successions?predecessor=PCT/5A5", LocalDate.of(2013, 3, 31)))
                .isEmpty();
        JsonNode edges = items("/v1/successions?predecessor=PCT/5A5", LocalDate.of(2013, 4, 1));
        assertThat(edges).hasSize(3);
        JsonNode ofKingston =
                on("/v1/ccgs/08J/succession", LocalDate.of(2013, 4, 1)).get("predecessors").get(0);
        assertThat(ofKingston.get("predecessor").asString()).isEqualTo("PCT/5A5");
        assertThat(ofKingston.get("function").asString()).isEqualTo("Acute services");
        assertThat(ofKingston.get("share").asString()).isEqualTo("66.6667");
    }

    @Test
    void functions_of_one_name_are_told_apart_by_their_kind() {
        String path = "/v1/successions?predecessor=PCT/5XX&limit=1";
        JsonNode first = on(path, TRANSFERRED_ON);
        JsonNode second = QUERIES.json(first.get("next").asString());
        assertThat(only(first.get("items")).get("kind").asString()).isEqualTo("FUNCTION");
        assertThat(only(second.get("items")).get("kind").asString())
                .isEqualTo("PUBLIC_HEALTH_FUNCTION");

        String difference = "/v1/successions/diff?predecessor=PCT/5XX&fromAsOf=2013-03-31";
        assertThat(on(difference, TRANSFERRED_ON).at("/counts/added").asInt()).isEqualTo(2);
        assertThat(
                        items("/v1/successions?cause=MERGED", MERGED_ON)
                                .valueStream()
                                .allMatch(edge -> edge.get("kind").isNull()))
                .isTrue();
    }

    @Test
    void a_merger_is_followed_from_application_to_completion() {
        JsonNode applied = on("/v1/mergers/kingston-and-thurrock", MERGED_ON.minusMonths(8));
        assertThat(applied.get("status").asString()).isEqualTo("APPLIED");
        assertThat(applied.get("applied")).hasSize(2);
        assertThat(applied.get("factors").get(0).get("factor").asString())
                .isEqualTo("IMPACT_ON_PATIENTS");
        JsonNode approved = on("/v1/mergers/kingston-and-thurrock", MERGED_ON.minusMonths(6));
        assertThat(approved.get("status").asString()).isEqualTo("APPROVED");
        assertThat(approved.get("takesEffectOn").asString()).isEqualTo("2099-04-01");
        assertThat(only(items("/v1/mergers?status=REFUSED", MERGED_ON)).get("merger").asString())
                .isEqualTo("kingston-and-airedale");
        assertThat(
                        only(items("/v1/mergers?status=COMPLETED&ccg=07G", MERGED_ON))
                                .get("successor")
                                .asString())
                .isEqualTo("D4U1Y");
    }

    @Test
    void everything_that_was_open_has_a_successor_or_an_end() {
        assertThat(items("/v1/settlements?ccg=07G&outcome=ENDED", MERGED_ON)).hasSize(2);
        JsonNode passed = items("/v1/settlements?ccg=08J&outcome=PASSED", MERGED_ON);
        assertThat(passed).hasSize(4);
        passed.forEach(line -> assertThat(line.get("successor").asString()).isEqualTo("CCG/D4U1Y"));
    }

    @Test
    void a_joint_committee_counts_the_successor_in_its_predecessors_place() {
        JsonNode bodies = on("/v1/joint-committees/at-last", MERGED_ON).get("bodies");
        assertThat(bodies).hasSize(3);
        assertThat(bodies.get(1).get("member").asString()).isEqualTo("CCG/08J");
        assertThat(bodies.get(1).get("standing").asString()).isEqualTo("SUCCEEDED");
        assertThat(bodies.get(2).get("standing").asString()).isEqualTo("ACTIVE");
        assertThat(bodies.get(2).get("termsVersion").asInt()).isEqualTo(1);
        assertThat(items("/v1/joint-committees?member=CCG/08J", MERGED_ON)).isEmpty();
    }

    @Test
    void procurements_interests_and_levels_are_the_successors_from_that_day() {
        assertThat(items("/v1/procurements?ccg=D4U1Y", MERGED_ON)).hasSize(1);
        assertThat(items("/v1/procurements?ccg=08J", MERGED_ON)).isEmpty();
        assertThat(items("/v1/procurements?ccg=08J", MERGED_ON.minusDays(1))).hasSize(1);
        assertThat(
                        only(items("/v1/co-commissioning/arrangements?ccg=D4U1Y", MERGED_ON))
                                .get("level")
                                .asString())
                .isEqualTo("DELEGATED");
        assertThat(
                        items(
                                "/v1/co-commissioning/arrangements?ccg=D4U1Y&level=DELEGATED",
                                ABOLISHED_ON))
                .isEmpty();
    }
}
