package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.Story.accepted;
import static org.ccgledger.system.Story.refused;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// North West Surrey goes on with its present provider of urgent care and puts stroke care out to
/// competition. It alone says so, it favours nobody for whose property they are, and nobody who has
/// an interest in a bidder judges.
class ProcurementStoryTest {

    private static final String GROUP = "09Y";
    private static final String OFFICER = Senders.officer(GROUP);
    private static final String LEAD = Senders.lead(GROUP);
    private static final String MONITOR = "competition-1;role=MONITOR;body=MONITOR/MON";
    private static final String PRESENT = "PROVIDER/RTK";
    private static final String COMPANY = "PROVIDER/NQ102";
    private static final String CLINICIAN = "3c0f8f0e-51c5-4a53-9e0b-6a6c7a0e4d11";
    private static final String LAY_MEMBER = "8b9a3c57-1d0e-4f77-8a53-5d8a2c6b9f22";
    private static final String SHARES = "5d1d5a0e-7a27-4c3c-b8f8-2f4f0c9f7a33";
    private static final String URGENT = "\"procurement\":\"09Y-urgent-care\",\"ccg\":\"09Y\"";
    private static final String STROKE = "\"procurement\":\"09Y-stroke-care\",\"ccg\":\"09Y\"";

    private final Story story = new Story("procurement");

    @Test
    void a_group_alone_decides_how_competition_is_used_and_goes_on_with_its_provider() {
        accepted(need(URGENT, "urgent care"));
        String goesOn =
                URGENT
                        + ",\"route\":\"CONTINUE_EXISTING\",\"provider\":\"%s\",\"collaborators\":[],"
                                .formatted(PRESENT)
                        + "\"decision\":{\"title\":\"Minutes\"},\"grounds\":[\"CONTINUITY\"]";
        String because = ",\"existingService\":\"Waits are short and patients content.\"";
        refused(
                route("area-1;role=AREA_TEAM;body=AREA_TEAM/Q68", "for it", goesOn + because),
                403,
                "COMPETITION_DECISION_RESERVED_TO_CCG",
                "T1");
        refused(
                route(Senders.officer("10C"), "by a neighbour", goesOn + because),
                403,
                "COMPETITION_DECISION_RESERVED_TO_CCG",
                "T1");
        refused(route(OFFICER, "unfounded", goesOn), 422, "REASONS_REQUIRED", "T2");
        refused(
                route(
                        OFFICER,
                        "for its owner",
                        goesOn.replace("CONTINUITY", "OWNERSHIP") + because),
                422,
                "OWNERSHIP_DISCRIMINATION",
                "T3");
        refused(
                route(
                        OFFICER,
                        "alone capable",
                        goesOn.replace("CONTINUE_EXISTING", "SINGLE_CAPABLE")),
                422,
                "SINGLE_PROVIDER_NOT_JUSTIFIED",
                "T4");
        accepted(route(OFFICER, "goes on", goesOn + because));

        refused(
                award(URGENT, "public", PRESENT, record("[\"OWNERSHIP\"]", LAY_MEMBER)),
                422,
                "OWNERSHIP_DISCRIMINATION",
                "T3");
        Reply incomplete =
                award(
                        URGENT,
                        "too little",
                        PRESENT,
                        record("[\"CONTINUITY\"]", LAY_MEMBER)
                                .replace("\"registeredOffice\":\"1 High Street, Guildford\",", "")
                                .replace("\"quality\":\"Short waits\",", ""));
        refused(incomplete, 422, "AWARD_RECORD_INCOMPLETE", "T6");
        assertThat(incomplete.body()).contains("registeredOffice", "duties.quality");
        accepted(award(URGENT, "whole", PRESENT, record("[\"CONTINUITY\"]", LAY_MEMBER)));
        accepted(
                story.send(
                        "PublishAward",
                        LEAD,
                        "urgent",
                        "2013-11-15",
                        URGENT
                                + ",\"provider\":\"%s\",\"publication\":{\"title\":\"Record of the contract\"}"
                                        .formatted(PRESENT)));

        JsonNode contract =
                story.item("/v1/contract-awards?procurement=09Y-urgent-care&asOf=2013-12-01");
        assertThat(contract.get("registeredOffice").asString())
                .isEqualTo("1 High Street, Guildford");
        assertThat(contract.get("amount").asString()).isEqualTo("250000.00");
        assertThat(status("09Y-urgent-care", "2013-06-30")).isEqualTo("ROUTE_DECIDED");
        assertThat(status("09Y-urgent-care", "2013-12-01")).isEqualTo("CONTRACT_LIVE");
    }

    @Test
    void an_open_competition_is_advertised_and_judged_by_those_without_an_interest() {
        accepted(need(STROKE, "stroke care"));
        accepted(
                route(
                        OFFICER,
                        "open",
                        STROKE
                                + ",\"route\":\"OPEN_COMPETITION\",\"grounds\":[\"QUALITY\"],\"collaborators\":[],"
                                + "\"decision\":{\"title\":\"Minutes\"}"));
        accepted(bid(PRESENT));
        accepted(bid(COMPANY));
        refused(evaluate("unadvertised", PRESENT, LAY_MEMBER), 422, "NOT_ADVERTISED", "T8");
        accepted(
                story.send(
                        "AdvertiseOpportunity",
                        LEAD,
                        "stroke",
                        "2013-07-01",
                        STROKE + ",\"url\":\"https://contracts.example/09Y-stroke-care\""));
        accepted(
                story.send(
                        "DeclareInterest",
                        CLINICIAN + ";role=DECLARANT;body=CCG/09Y",
                        "shares",
                        "2013-07-15",
                        """
                        "interest":"%s","person":"%s","ccg":"09Y","declarant":"GOVERNING_BODY_MEMBER",
                        "terms":{"category":"FINANCIAL","indirect":false,"organisation":"%s",
                        "nature":{"subject":"%s","text":"Owns shares"},"from":"2013-07-01"},
                        "awareOn":"2013-07-10","consentToPublish":true\
                        """
                                .formatted(SHARES, CLINICIAN, COMPANY, CLINICIAN)));
        Reply conflicted = evaluate("with shares", PRESENT, CLINICIAN);
        refused(conflicted, 422, "CONFLICT_AFFECTS_AWARD", "T5");
        assertThat(conflicted.body()).contains(SHARES);
        accepted(evaluate("present", PRESENT, LAY_MEMBER));
        accepted(evaluate("company", COMPANY, LAY_MEMBER));
        refused(
                award(STROKE, "decider", PRESENT, record("[\"QUALITY\"]", CLINICIAN)),
                422,
                "CONFLICT_AFFECTS_AWARD",
                "T5");
        accepted(award(STROKE, "won", PRESENT, record("[\"QUALITY\"]", LAY_MEMBER)));

        String complaint = STROKE + ",\"complaint\":\"09Y-stroke-complaint\"";
        accepted(
                story.send(
                        "RecordCompetitionComplaint",
                        MONITOR,
                        "stroke",
                        "2013-12-02",
                        complaint
                                + ",\"by\":\"%s\",\"text\":\"The time to offer was short.\""
                                        .formatted(COMPANY)));
        accepted(
                story.send(
                        "RecordMonitorFinding",
                        MONITOR,
                        "stroke",
                        "2014-03-03",
                        complaint + ",\"finding\":\"NO_BREACH\",\"text\":\"It was long enough.\""));
        assertThat(complaint("2014-03-02")).isEqualTo("OPEN");
        assertThat(complaint("2014-03-03")).isEqualTo("NO_BREACH");
        accepted(
                story.send(
                        "EndContract",
                        OFFICER,
                        "stroke",
                        "2014-06-30",
                        STROKE
                                + ",\"provider\":\"%s\",\"lastDay\":\"2014-06-30\",\"cause\":\"BY_AGREEMENT\""
                                        .formatted(PRESENT)));
        assertThat(status("09Y-stroke-care", "2014-06-30")).isEqualTo("CONTRACT_LIVE");
        assertThat(status("09Y-stroke-care", "2014-07-01")).isEqualTo("ENDED");
    }

    private Reply need(String procurement, String service) {
        return story.send(
                "IdentifyServiceNeed",
                OFFICER,
                service,
                "2013-05-01",
                procurement
                        + ",\"function\":\"acute-commissioning\",\"service\":\"%s\""
                                .formatted(service));
    }

    private Reply route(String actor, String what, String fields) {
        return story.send("DecideProcurementRoute", actor, what, "2013-06-03", fields);
    }

    private Reply bid(String provider) {
        return story.send(
                "RecordBid",
                LEAD,
                provider.replace('/', '-'),
                "2013-09-02",
                STROKE
                        + ",\"provider\":\"%s\",\"providerName\":\"A provider\""
                                .formatted(provider));
    }

    private Reply evaluate(String what, String provider, String evaluator) {
        String on = what.equals("unadvertised") ? "2013-06-10" : "2013-10-01";
        return story.send(
                "EvaluateBid",
                LEAD,
                what,
                on,
                STROKE
                        + ",\"provider\":\"%s\",\"score\":\"82.5\",\"evaluator\":\"%s\""
                                .formatted(provider, evaluator));
    }

    /// What the record of a contract says.
    private static String record(String grounds, String decider) {
        return """
        "providerName":"A provider","registeredOffice":"1 High Street, Guildford","services":"As needed",
        "amount":"250000","period":{"from":"2013-12-01","until":"2016-11-30"},"process":"As decided",
        "duties":{"effectiveness":"More for the money","quality":"Short waits","integration":"One path"},
        "conflicts":[],"decision":{"title":"Minutes"},"grounds":%s,"deciders":["%s"]\
        """
                .formatted(grounds, decider)
                .replace("\n", "");
    }

    private Reply award(String procurement, String what, String provider, String record) {
        return story.send(
                "AwardContract",
                OFFICER,
                what,
                "2013-11-01",
                procurement + ",\"provider\":\"%s\",".formatted(provider) + record);
    }

    private String status(String procurement, String asOf) {
        Reply reply = story.ledger().get("/v1/procurements/" + procurement + "?asOf=" + asOf);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().get("status").asString();
    }

    private String complaint(String asOf) {
        return story.item("/v1/competition-complaints?ccg=09Y&asOf=" + asOf)
                .get("status")
                .asString();
    }
}
