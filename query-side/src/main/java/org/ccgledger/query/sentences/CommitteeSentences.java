package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.functions;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.period;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.SeatCode;
import org.ccgledger.events.committees.CommitteeEvent;
import org.ccgledger.events.committees.CommitteeEvent.*;
import org.ccgledger.events.committees.CommitteeKind;
import org.ccgledger.events.committees.CommitteeTerms;

final class CommitteeSentences {

    private CommitteeSentences() {}

    static String of(CommitteeEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(CommitteeEvent event, GroupNames groups) {
        String group = groups.of(event.ccg());
        String committee = "committee " + event.committee() + " of " + group;
        return switch (event) {
            case CommitteeEstablished e ->
                    group
                            + " established the "
                            + kind(e.kind())
                            + " "
                            + e.committee()
                            + ", "
                            + quoted(e.name())
                            + ": "
                            + terms(e.terms());
            case TermsAmended e ->
                    "version "
                            + e.termsVersion()
                            + " of the terms of "
                            + committee
                            + " came into force: "
                            + terms(e.terms());
            case CommitteeMemberAppointed e ->
                    "a person was appointed to "
                            + committee
                            + " as "
                            + seat(e.seat())
                            + (e.voting() ? "" : " without a vote")
                            + " for "
                            + body(e.representing(), groups)
                            + ", "
                            + period(e.term());
            case CommitteeAppointmentEnded e ->
                    "a person left "
                            + committee
                            + " as "
                            + seat(e.seat())
                            + ", with "
                            + day(e.lastDay())
                            + " as the last day, because "
                            + GoverningBodySentences.cause(e.cause());
            case CommitteeDisbanded e ->
                    committee
                            + (e.convertedInto() == null
                                    ? " was disbanded"
                                    : " gave way to joint committee " + e.convertedInto());
        };
    }

    private static String kind(CommitteeKind kind) {
        return switch (kind) {
            case AUDIT -> "audit committee";
            case REMUNERATION -> "remuneration committee";
            case PCCC -> "primary care commissioning committee";
            case QUALITY -> "quality committee";
            case FINANCE -> "finance committee";
            case OTHER -> "committee";
        };
    }

    private static String terms(CommitteeTerms terms) {
        return count(terms.votingPlaces(), "vote")
                + ", a quorum of "
                + terms.quorum()
                + ", decisions by "
                + switch (terms.votingRule()) {
                    case UNANIMITY -> "unanimity";
                    case MAJORITY -> "majority";
                    case SUPERMAJORITY -> "at least " + terms.percent() + "% of the votes";
                }
                + ", "
                + seat(terms.chair())
                + " in the chair"
                + (terms.functions().isEmpty() ? "" : ", for " + functions(terms.functions()));
    }

    private static String seat(SeatCode seat) {
        return seat.value().replace('-', ' ');
    }
}
