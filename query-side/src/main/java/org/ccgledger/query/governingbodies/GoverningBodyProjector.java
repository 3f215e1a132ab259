package org.ccgledger.query.governingbodies;

import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.governingbodies.GoverningBodyEvent;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Who held which seat on which day.
@Component
final class GoverningBodyProjector implements Projector {

    static final String NAME = "governing-bodies";

    private static final Timeline SEAT =
            new Timeline(
                    "governing_body_seat",
                    List.of("ccg", "appointment"),
                    List.of("person", "seat", "term_until"));

    private final QueryDatabase database;

    GoverningBodyProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(GoverningBodyEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        switch ((GoverningBodyEvent) event) {
            case GoverningBodyMemberAppointed e -> {
                SEAT.from(
                        e.term().from(),
                        at,
                        database,
                        e.ccg(),
                        e.appointment(),
                        e.person(),
                        e.seat(),
                        e.term().until());
                if (e.term().until() != null) {
                    SEAT.endsOn(
                            e.term().until().plusDays(1), at, database, e.ccg(), e.appointment());
                }
            }
            case AppointmentEnded e ->
                    SEAT.endsOn(e.lastDay().plusDays(1), at, database, e.ccg(), e.appointment());
            case GoverningBodyCompositionBreached _ -> {}
        }
    }

    @Override
    public void reset() {
        SEAT.clear(database);
    }
}
