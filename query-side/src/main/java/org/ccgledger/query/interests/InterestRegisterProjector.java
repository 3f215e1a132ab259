package org.ccgledger.query.interests;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.interestregisters.InterestRegisterEvent;
import org.ccgledger.events.interestregisters.InterestRegisterEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// What groups do with their registers of interests as a whole.
@Component
final class InterestRegisterProjector implements Projector {

    static final String NAME = "interest-registers";

    private static final List<String> CCG = List.of("ccg");
    private static final Timeline GUARDIAN =
            new Timeline("interest_guardian", CCG, List.of("person", "appointed_on"));
    private static final Timeline CONFIRMATION =
            new Timeline(
                    "register_confirmation",
                    CCG,
                    List.of("period_from", "period_until", "declarants", "chased", "confirmed_on"));
    private static final Timeline EDITION =
            new Timeline(
                    "register_edition",
                    List.of("ccg", "kind", "published_on", "as_at"),
                    List.of("rows", "sha256"));

    private final QueryDatabase database;

    InterestRegisterProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(InterestRegisterEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((InterestRegisterEvent) event) {
            case GuardianAppointed e -> GUARDIAN.from(day, at, database, e.ccg(), e.person(), day);
            case RegisterConfirmed e ->
                    CONFIRMATION.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.period().from(),
                            e.period().until(),
                            e.declarants(),
                            e.chased().size(),
                            day);
            case RegisterPublished e ->
                    EDITION.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.kind(),
                            day,
                            e.asAt(),
                            e.rows(),
                            e.sha256());
        }
    }

    @Override
    public void reset() {
        List.of(GUARDIAN, CONFIRMATION, EDITION).forEach(timeline -> timeline.clear(database));
    }
}
