package org.ccgledger.query.practices;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.membership.MembershipEvent;
import org.ccgledger.events.membership.MembershipEvent.*;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// The memberships of practice contracts. Those of the applicants begin when their group is
/// established (NHS Act 2006 s.14D), whether or not an admission is recorded beside it.
@Component
final class MembershipProjector implements Projector {

    static final String NAME = "practices";

    private static final List<String> PRACTICE = List.of("practice");
    private static final Timeline MEMBERSHIP =
            new Timeline("membership", PRACTICE, List.of("ccg", "member_since"));
    private static final Timeline CONTRACT =
            new Timeline("membership_contract", PRACTICE, List.of("contract"));

    private final QueryDatabase database;

    MembershipProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(MembershipEvent.class, CCGEstablished.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        if (event instanceof MembershipEvent membership) {
            on(membership, at);
        } else if (event instanceof CCGEstablished established) {
            established.applicants().stream()
                    .distinct()
                    .forEach(practice ->
                            member(established.effectiveOn(), at, practice, established.ccg()));
        }
    }

    private void on(MembershipEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch (event) {
            case PracticeAdmitted e -> {
                member(day, at, e.practice(), e.ccg());
                CONTRACT.from(day, at, database, e.practice(), e.contract());
            }
            case PracticeTransferred e -> member(day, at, e.practice(), e.toCcg());
            case PracticeMembershipEnded e -> MEMBERSHIP.endsOn(day, at, database, e.practice());
        }
    }

    private void member(LocalDate day, Recorded at, PracticeCode practice, CcgCode ccg) {
        MEMBERSHIP.from(day, at, database, practice, ccg, day);
    }

    @Override
    public void reset() {
        MEMBERSHIP.clear(database);
        CONTRACT.clear(database);
    }
}
