package org.ccgledger.query.ccgs;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.authorisation.AuthorisationEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent.*;
import org.ccgledger.events.registry.AppointmentRoute;
import org.ccgledger.events.registry.RegistryEvent;
import org.ccgledger.events.registry.RegistryEvent.*;
import org.ccgledger.events.successions.MergerTerms;
import org.ccgledger.events.successions.SuccessionEvent.CCGAbolished;
import org.ccgledger.events.successions.SuccessionEvent.CCGDissolved;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;
import org.ccgledger.events.successions.SuccessionEvent.CessationEvent;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What each group is, from the reservation of its code on.
@Component
final class CcgProjector implements Projector {

    static final String NAME = "ccgs";

    private static final List<String> CCG = List.of("ccg");
    private static final Timeline REFERENCE =
            new Timeline("ccg_reference", CCG, List.of("ons", "name", "area_team", "region"));
    private static final Timeline IDENTITY =
            new Timeline("ccg_identity", CCG, List.of("ons", "name", "area_team"));
    private static final Timeline STANDING = new Timeline("ccg_standing", CCG, List.of("standing"));
    private static final Timeline OFFICER =
            new Timeline("ccg_officer", CCG, List.of("person", "appointed_by"));
    private static final Timeline CONSTITUTION =
            new Timeline("ccg_constitution", CCG, List.of("version", "document", "permits"));
    private static final Timeline POPULATION =
            new Timeline("ccg_population", List.of("ccg", "basis"), List.of("heads", "as_at"));

    private final QueryDatabase database;

    CcgProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(
                CCGProposed.class,
                CCGAuthorised.class,
                ApplicationsCombined.class,
                ApplicationLapsed.class,
                ApplicationWithdrawn.class,
                AuthorisationRefused.class,
                RegistryEvent.class,
                CessationEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        if (event instanceof AuthorisationEvent authorisation) {
            on(authorisation, at);
        } else if (event instanceof RegistryEvent registry) {
            on(registry, at);
        } else if (event instanceof CessationEvent cessation) {
            on(cessation, at);
        }
    }

    /// A group that comes of a merger begins with it.
    private void on(CessationEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        String end =
                switch (event) {
                    case CCGMerged _ -> "MERGED";
                    case CCGDissolved _ -> "DISSOLVED";
                    case CCGAbolished _ -> "ABOLISHED";
                };
        event.ceased().forEach(ccg -> standing(day, at, ccg, end));
        if (event instanceof CCGMerged e) {
            MergerTerms terms = e.terms();
            identity(day, at, e.to(), e.ons(), terms.name(), e.areaTeam());
            standing(day, at, e.to(), "ESTABLISHED");
            CONSTITUTION.from(
                    day, at, database, e.to(), 1, terms.constitution().title(), terms.permits());
            OFFICER.from(
                    day,
                    at,
                    database,
                    e.to(),
                    terms.accountableOfficer(),
                    AppointmentRoute.NOMINATION);
        }
    }

    private void on(AuthorisationEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch (event) {
            case CCGProposed e -> {
                identity(day, at, e.ccg(), e.ons(), e.name(), e.areaTeam());
                standing(day, at, e.ccg(), "PROPOSED");
            }
            case CCGAuthorised e -> {
                identity(day, at, e.ccg(), e.ons(), e.name(), e.areaTeam());
                standing(day, at, e.ccg(), "AUTHORISED");
            }
            case ApplicationsCombined e ->
                    e.from().stream().distinct().forEach(ccg -> standing(day, at, ccg, "COMBINED"));
            case ApplicationLapsed e -> standing(day, at, e.ccg(), "LAPSED");
            case ApplicationWithdrawn e -> standing(day, at, e.ccg(), "WITHDRAWN");
            case AuthorisationRefused e -> standing(day, at, e.ccg(), "REFUSED");
            case PracticeJoinedApplication _,
                    PracticeLeftApplication _,
                    ProposedConstitutionAmended _,
                    AssignedToWave _,
                    ApplicationSubmitted _,
                    ApplicationDeferred _,
                    StakeholderSurveyRecorded _,
                    SiteVisitRecorded _,
                    CriterionAssessed _,
                    AssessmentModerated _,
                    ConditionsRecommended _,
                    RecommendationResponded _,
                    CommentWindowClosed _ -> {}
        }
    }

    private void on(RegistryEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch (event) {
            case CCGEstablished e -> {
                identity(day, at, e.ccg(), e.ons(), e.name(), e.areaTeam());
                standing(day, at, e.ccg(), "ESTABLISHED");
                CONSTITUTION.from(
                        day, at, database, e.ccg(), 1, e.constitution().title(), List.of());
            }
            case ReferenceCCGImported e ->
                    REFERENCE.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.ons(),
                            e.name(),
                            e.areaTeam(),
                            e.region());
            case PopulationRecorded e ->
                    POPULATION.from(day, at, database, e.ccg(), e.basis(), e.heads(), e.asAt());
            case ConstitutionVaried e ->
                    CONSTITUTION.from(
                            day,
                            at,
                            database,
                            e.ccg(),
                            e.version(),
                            e.document().title(),
                            e.permits());
            case AccountableOfficerAppointed e ->
                    OFFICER.from(e.from(), at, database, e.ccg(), e.person(), e.by());
            case ConstitutionVariationApplied _, ConstitutionVariationRefused _ -> {}
        }
    }

    private void identity(
            LocalDate day,
            Recorded at,
            CcgCode ccg,
            @Nullable OnsCode ons,
            String name,
            AreaTeamCode team) {
        IDENTITY.from(day, at, database, ccg, ons, name, team);
    }

    private void standing(LocalDate day, Recorded at, CcgCode ccg, String standing) {
        STANDING.from(day, at, database, ccg, standing);
    }

    @Override
    public void reset() {
        List.of(REFERENCE, IDENTITY, STANDING, OFFICER, CONSTITUTION, POPULATION)
                .forEach(timeline -> timeline.clear(database));
    }
}
