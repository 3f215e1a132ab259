package org.ccgledger.query.committees;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.committees.CommitteeEvent;
import org.ccgledger.events.committees.CommitteeEvent.*;
import org.ccgledger.events.committees.CommitteeSeat;
import org.ccgledger.events.committees.CommitteeTerms;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// The committees of single groups, their terms and their members.
@Component
final class CommitteeProjector implements Projector {

    static final String NAME = "committees";

    private static final List<String> KEY = List.of("committee");
    private static final Timeline COMMITTEE =
            new Timeline("committee", KEY, List.of("ccg", "kind", "name"));
    private static final Timeline TERMS =
            new Timeline(
                    "committee_terms",
                    KEY,
                    List.of(
                            "terms_version",
                            "chair_seat",
                            "deputy_seat",
                            "quorum",
                            "voting_rule",
                            "percent numeric",
                            "casting_vote",
                            "functions",
                            "seats",
                            "capacities",
                            "places int[]",
                            "votes boolean[]"));
    private static final Timeline APPOINTMENT =
            new Timeline(
                    "committee_appointment",
                    List.of("committee", "appointment"),
                    List.of("person", "seat", "voting", "representing", "term_until"));

    private final QueryDatabase database;

    CommitteeProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(CommitteeEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((CommitteeEvent) event) {
            case CommitteeEstablished e -> {
                COMMITTEE.from(day, at, database, e.committee(), e.ccg(), e.kind(), e.name());
                terms(day, at, e.committee(), 1, e.terms());
            }
            case TermsAmended e -> terms(day, at, e.committee(), e.termsVersion(), e.terms());
            case CommitteeMemberAppointed e -> appointed(e, at);
            case CommitteeAppointmentEnded e ->
                    APPOINTMENT.endsOn(
                            e.lastDay().plusDays(1), at, database, e.committee(), e.appointment());
            case CommitteeDisbanded e -> COMMITTEE.endsOn(day, at, database, e.committee());
        }
    }

    private void appointed(CommitteeMemberAppointed e, Recorded at) {
        LocalDate until = e.term().until();
        APPOINTMENT.from(
                e.term().from(),
                at,
                database,
                e.committee(),
                e.appointment(),
                e.person(),
                e.seat(),
                e.voting(),
                e.representing(),
                until);
        if (until != null) {
            APPOINTMENT.endsOn(until.plusDays(1), at, database, e.committee(), e.appointment());
        }
    }

    private void terms(
            LocalDate day, Recorded at, CommitteeId committee, int version, CommitteeTerms terms) {
        List<CommitteeSeat> seats = terms.seats();
        TERMS.from(
                day,
                at,
                database,
                committee,
                version,
                terms.chair(),
                terms.deputyChair(),
                terms.quorum(),
                terms.votingRule(),
                terms.percent(),
                terms.castingVote(),
                terms.functions(),
                seats.stream().map(CommitteeSeat::seat).toList(),
                seats.stream().map(CommitteeSeat::capacity).toList(),
                seats.stream().map(CommitteeSeat::places).toList(),
                seats.stream().map(CommitteeSeat::voting).toList());
    }

    @Override
    public void reset() {
        List.of(COMMITTEE, TERMS, APPOINTMENT).forEach(timeline -> timeline.clear(database));
    }
}
