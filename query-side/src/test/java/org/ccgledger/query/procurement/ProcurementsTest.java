package org.ccgledger.query.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.ccgledger.query.RunningQuerySide;
import org.ccgledger.query.SampleHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProcurementsTest {

    private static final RunningQuerySide QUERIES = new RunningQuerySide();

    @BeforeAll
    static void catchUp() {
        SampleHistory.appendTo(QUERIES.history());
        QUERIES.catchUp();
    }

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    private static List<JsonNode> items(String question) {
        JsonNode items = QUERIES.json(question).get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static String statusOn(String day) {
        return items("/v1/procurements?ccg=08J&asOf=" + day).getFirst().get("status").asString();
    }

    @Test
    void a_procurement_goes_its_way_from_the_need_to_the_end_of_the_contract() {
        assertThat(items("/v1/procurements?ccg=08J&asOf=2013-04-01")).isEmpty();
        assertThat(statusOn("2013-04-02")).isEqualTo("NEED_IDENTIFIED");
        assertThat(statusOn("2013-05-02")).isEqualTo("ROUTE_DECIDED");
        assertThat(statusOn("2013-06-03")).isEqualTo("ADVERTISED");
        assertThat(statusOn("2013-08-01")).isEqualTo("EVALUATED");
        assertThat(statusOn("2013-09-03")).isEqualTo("AWARDED");
        assertThat(statusOn("2014-04-01")).isEqualTo("CONTRACT_LIVE");
        assertThat(statusOn("2015-03-31")).isEqualTo("CONTRACT_LIVE");
        assertThat(statusOn("2015-04-01")).isEqualTo("ENDED");
    }

    @Test
    void one_procurement_is_told_with_its_offers_contracts_and_complaints() {
        JsonNode whole = QUERIES.json("/v1/procurements/08J-urgent-care?asOf=2014-01-01");
        assertThat(whole.get("offers").size()).isEqualTo(2);
        JsonNode offer = whole.get("offers").get(0);
        assertThat(offer.get("providerName").asString()).isEqualTo("Clinics Ltd");
        assertThat(offer.get("evaluations").asInt()).isEqualTo(2);
        assertThat(offer.get("meanScore").asString()).isEqualTo("72.50");
        assertThat(whole.get("awards").size()).isEqualTo(1);
        assertThat(whole.get("complaintsMade").get(0).get("status").asString())
                .isEqualTo("NO_BREACH");
        assertThat(whole.toString()).doesNotContain("6f9d4a52", "0e2d1f64");
    }

    @Test
    void the_register_says_what_was_decided_and_how_conflicts_were_managed() {
        assertThat(items("/v1/procurement-decisions?ccg=08J&asOf=2013-05-01")).isEmpty();
        JsonNode decided = items("/v1/procurement-decisions?ccg=08J&asOf=2013-05-02").getFirst();
        assertThat(decided.get("description").asString()).isEqualTo("Patients wait for hours");
        assertThat(decided.get("basis").asString()).isEqualTo("NEW");
        assertThat(decided.get("procurementType").asString()).isEqualTo("CCG");
        assertThat(decided.get("provider").isNull()).isTrue();
        JsonNode awarded =
                items("/v1/procurement-decisions?provider=PROVIDER/NQ101&asOf=2013-09-03")
                        .getFirst();
        assertThat(awarded.get("conflicts").asInt()).isEqualTo(1);
        assertThat(awarded.get("mitigation").get(0).asString()).isEqualTo("EXCLUDE");
        assertThat(awarded.get("conflictsSummary").asString())
                .isEqualTo("One member with shares in a bidder took no part.");
        assertThat(awarded.get("committee").asString()).isEqualTo("Governing body");
        assertThat(awarded.get("contractValue").asString()).isEqualTo("1200000.00");
        assertThat(awarded.get("valueToCcg").asString()).isEqualTo("1200000.00");
    }

    @Test
    void a_contract_shows_what_regulation_9_asks_for_as_it_was_last_varied() {
        assertThat(items("/v1/contract-awards?ccg=08J&asOf=2013-09-02")).isEmpty();
        JsonNode award = items("/v1/contract-awards?ccg=08J&asOf=2013-09-03").getFirst();
        assertThat(award.get("providerName").asString()).isEqualTo("Clinics Ltd");
        assertThat(award.get("registeredOffice").asString()).isEqualTo("1 High Street, Kingston");
        assertThat(award.get("services").asString()).isEqualTo("Urgent care around the clock");
        assertThat(award.get("amount").asString()).isEqualTo("1200000.00");
        assertThat(award.get("endsOn").asString()).isEqualTo("2017-03-31");
        assertThat(award.get("process").asString()).isEqualTo("Open competition");
        assertThat(award.get("publishedOn").isNull()).isTrue();
        JsonNode varied = items("/v1/contract-awards?status=LIVE&asOf=2014-06-02").getFirst();
        assertThat(varied.get("amount").asString()).isEqualTo("900000.00");
        assertThat(varied.get("endsOn").asString()).isEqualTo("2016-03-31");
        assertThat(varied.get("publishedOn").asString()).isEqualTo("2013-09-10");
    }

    @Test
    void a_complaint_is_open_until_monitor_has_found() {
        assertThat(items("/v1/competition-complaints?status=OPEN&asOf=2013-12-01"))
                .singleElement()
                .satisfies(complaint ->
                        assertThat(complaint.get("complainant").asString())
                                .isEqualTo("PROVIDER/RWN"));
        assertThat(items("/v1/competition-complaints?status=NO_BREACH&asOf=2013-12-02")).hasSize(1);
    }
}
