package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

/// What people do at meetings, over the public routes.
final class MeetingSteps {

    static final String CALLED_ON = "2015-02-03";
    static final String DAY = "2015-02-24";

    private final RunningLedger ledger;

    MeetingSteps(RunningLedger ledger) {
        this.ledger = ledger;
    }

    /// A person by a number of up to six digits.
    static String person(int number) {
        return "5d9d4a52-0c1b-4b7e-9a51-000000%06d".formatted(number);
    }

    static String chair(String ccg) {
        return "chair-" + ccg + ";role=COMMITTEE_CHAIR;body=CCG/" + ccg;
    }

    static String secretary(String ccg) {
        return "secretary-" + ccg + ";role=COMMITTEE_SECRETARY;body=CCG/" + ccg;
    }

    static String member(int person, String ccg) {
        return person(person) + ";role=COMMITTEE_MEMBER;body=CCG/" + ccg;
    }

    Reply send(String command, String actor, String on, String fields) {
        return ledger.post(command, actor, Sample.about(fields, on));
    }

    void accepted(String command, String actor, String on, String fields) {
        Reply reply = send(command, actor, on, fields);
        assertThat(reply.status()).as("%s: %s", command, reply).isEqualTo(201);
    }

    void appoint(String ccg, int person, String seat) {
        accepted(
                "AppointGoverningBodyMember",
                "gb-chair-" + ccg + ";role=GOVERNING_BODY_CHAIR;body=CCG/" + ccg,
                "2013-04-01",
                """
                "ccg": "%s", "person": "%s", "seat": "%s", "term": {"from": "2013-04-01"}, "capacities": []
                """
                        .formatted(ccg, person(person), seat));
    }

    void open(String meeting, String forum, String ccg, String on) {
        accepted(
                "ScheduleMeeting",
                secretary(ccg),
                CALLED_ON,
                """
                "meeting": "%s", "forum": "%s", "meetingOn": "%s", "heldInPublic": true
                """
                        .formatted(meeting, forum, on));
        accepted("OpenMeeting", chair(ccg), on, "\"meeting\": \"%s\"".formatted(meeting));
    }

    /// Records that somebody attends with a vote.
    ///
    /// @param body for which a joint committee is attended; empty elsewhere
    void attend(String meeting, String ccg, int person, String body, String on) {
        accepted(
                "RecordAttendance",
                secretary(ccg),
                on,
                """
                "meeting": "%s", "person": "%s", "capacity": "VOTING_MEMBER", "from": "14:00"%s
                """
                        .formatted(
                                meeting,
                                person(person),
                                body.isEmpty() ? "" : ", \"body\": \"" + body + "\""));
    }

    Reply table(
            String meeting,
            String item,
            String ccg,
            String function,
            String basis,
            String concerns,
            String on) {
        return send(
                "TableItem",
                secretary(ccg),
                on,
                """
                "meeting": "%s", "item": "%s", "title": "Contract %s", "function": "%s", "basis": "%s",
                "delegatedPrimaryCare": false, "concerns": [%s], "papers": [{"title": "Paper"}]
                """
                        .formatted(
                                meeting,
                                item,
                                item,
                                function,
                                basis,
                                concerns.isEmpty() ? "" : "\"" + concerns + "\""));
    }

    /// A step of the chair about an item that has no more fields than that.
    Reply chairs(String command, String meeting, String item, String ccg, String on) {
        return send(command, chair(ccg), on, item(meeting, item));
    }

    Reply vote(String meeting, String item, int person, String ccg, String vote, String on) {
        return send("CastVote", member(person, ccg), on, ballot(meeting, item, person, vote));
    }

    static String item(String meeting, String item) {
        return "\"meeting\": \"%s\", \"item\": \"%s\"".formatted(meeting, item);
    }

    static String ballot(String meeting, String item, int person, String vote) {
        return item(meeting, item)
                + ", \"member\": \"%s\", \"vote\": \"%s\"".formatted(person(person), vote);
    }

    /// A financial interest in a provider since June 2014.
    static String interest(String interest, int person, String ccg, String provider) {
        return """
        "interest": "%s", "person": "%s", "ccg": "%s", "declarant": "GOVERNING_BODY_MEMBER",
        "terms": {"category": "FINANCIAL", "indirect": false, "organisation": "%s",
          "nature": {"subject": "%s", "text": "Owns a tenth of it"}, "from": "2014-06-01"},
        "awareOn": "2014-06-01", "consentToPublish": true
        """
                .formatted(interest, person(person), ccg, provider, person(person));
    }

    static String declarant(int person, String ccg) {
        return person(person) + ";role=DECLARANT;body=CCG/" + ccg;
    }
}
