package org.ccgledger.query.interests;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.interests.InterestEvent;
import org.ccgledger.events.interests.InterestEvent.*;
import org.ccgledger.events.interests.InterestTerms;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.SuccessionEvent.CessationEvent;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// What people have declared to groups, without what they say of themselves.
@Component
final class InterestProjector implements Projector {

    static final String NAME = "interests";

    private static final List<String> INTEREST = List.of("interest");
    private static final Timeline DECLARED =
            new Timeline(
                    "interest",
                    INTEREST,
                    List.of(
                            "ccg",
                            "person",
                            "declarant",
                            "practice",
                            "decision_making",
                            "consent",
                            "declared_on"));
    private static final Timeline TERMS =
            new Timeline(
                    "interest_terms",
                    INTEREST,
                    List.of(
                            "category",
                            "indirect",
                            "organisation",
                            "interest_from",
                            "interest_until"));
    private static final Timeline END =
            new Timeline("interest_end", INTEREST, List.of("interest_until"));
    private static final Timeline DELAY =
            new Timeline("interest_delay", INTEREST, List.of("due_on"));
    private static final Timeline CONFIRMATION =
            new Timeline("interest_confirmation", INTEREST, List.of("confirmed_on"));
    private static final Timeline WITHHOLDING =
            new Timeline("interest_withholding", INTEREST, List.of("withheld_on"));
    private static final Timeline NIL =
            new Timeline(
                    "nil_declaration",
                    List.of("ccg", "person"),
                    List.of("declarant", "practice", "decision_making", "declared_on"));

    private final QueryDatabase database;

    InterestProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(InterestEvent.class, CessationEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        if (event instanceof CessationEvent cessation) {
            lapse(cessation, at);
        } else if (event instanceof InterestEvent interest) {
            on(interest, at);
        }
    }

    /// What was declared to a group that nobody follows stands in no register any more.
    private void lapse(CessationEvent event, Recorded at) {
        event.settlementsOf(MatterKind.DECLARATIONS).stream()
                .filter(line -> line.successor() == null)
                .flatMap(line -> declaredTo(line.ccg(), line.matter()).stream())
                .forEach(interest -> DECLARED.endsOn(event.effectiveOn(), at, database, interest));
    }

    private List<String> declaredTo(CcgCode ccg, String person) {
        return database.sql()
                .sql(
                        "select distinct interest from projection.interest where ccg = ? and person = ?"
                                + " and holds and known_to = ? order by interest")
                .params(ccg.value(), person, Timeline.OPEN)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void on(InterestEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch (event) {
            case InterestsCarriedForward e ->
                    e.interests()
                            .forEach(carried ->
                                    DECLARED.with(
                                            "ccg", e.ccg(), day, at, database, carried.interest()));
            case InterestDeclared e -> {
                DECLARED.from(
                        day,
                        at,
                        database,
                        e.interest(),
                        e.ccg(),
                        e.person(),
                        e.declarant(),
                        e.practice(),
                        e.decisionMaking(),
                        e.consentToPublish(),
                        day);
                terms(day, at, e.interest(), e.terms());
            }
            case InterestDeclaredLate e -> DELAY.from(day, at, database, e.interest(), e.dueOn());
            case NilInterestsDeclared e ->
                    NIL.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.person(),
                            e.declarant(),
                            e.practice(),
                            e.decisionMaking(),
                            day);
            case InterestAmended e -> {
                terms(day, at, e.interest(), e.terms());
                END.endsOn(day, at, database, e.interest());
                CONFIRMATION.endsOn(day, at, database, e.interest());
            }
            case InterestEnded e -> END.from(day, at, database, e.interest(), e.until());
            case InterestConfirmed e -> CONFIRMATION.from(day, at, database, e.interest(), day);
            case PublicationWithheld e -> WITHHOLDING.from(day, at, database, e.interest(), day);
        }
    }

    private void terms(LocalDate day, Recorded at, InterestId interest, InterestTerms terms) {
        TERMS.from(
                day,
                at,
                database,
                interest,
                terms.category(),
                terms.indirect(),
                terms.organisation(),
                terms.from(),
                terms.until());
    }

    @Override
    public void reset() {
        List.of(DECLARED, TERMS, END, DELAY, CONFIRMATION, WITHHOLDING, NIL)
                .forEach(timeline -> timeline.clear(database));
    }
}
