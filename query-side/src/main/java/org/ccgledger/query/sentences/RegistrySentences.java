package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.GroupNames.named;
import static org.ccgledger.query.sentences.Wording.and;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.number;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.registry.AppointmentRoute;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.registry.PopulationBasis;
import org.ccgledger.events.registry.RegistryEvent;
import org.ccgledger.events.registry.RegistryEvent.*;

final class RegistrySentences {

    private RegistrySentences() {}

    static String of(RegistryEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(RegistryEvent event, GroupNames groups) {
        return switch (event) {
            case CCGEstablished e ->
                    named(e.name(), e.ccg())
                            + " was established on the application of "
                            + count(e.applicants().size(), "practice")
                            + " under the constitution "
                            + quoted(e.constitution());
            case ReferenceCCGImported e ->
                    "the code "
                            + e.ccg()
                            + " was reserved for "
                            + e.name()
                            + ", in the area team "
                            + e.areaTeam()
                            + " of the region "
                            + e.region();
            case PopulationRecorded e ->
                    "the population of "
                            + groups.of(e.ccg())
                            + " was recorded as "
                            + number(e.heads())
                            + " people as at "
                            + day(e.asAt())
                            + ", counted "
                            + basis(e.basis());
            case ConstitutionVariationApplied e ->
                    groups.of(e.ccg())
                            + " applied to vary its constitution (variation "
                            + e.variation()
                            + "): "
                            + quoted(e.changes());
            case ConstitutionVaried e ->
                    "the Board approved variation "
                            + e.variation()
                            + " of the constitution of "
                            + groups.of(e.ccg())
                            + ", which is version "
                            + e.version()
                            + " from then on and permits "
                            + permits(e);
            case ConstitutionVariationRefused e ->
                    "the Board refused variation "
                            + e.variation()
                            + " of the constitution of "
                            + groups.of(e.ccg());
            case AccountableOfficerAppointed e ->
                    "an accountable officer of "
                            + groups.of(e.ccg())
                            + " was appointed "
                            + route(e.by())
                            + ", from "
                            + day(e.from());
        };
    }

    private static String basis(PopulationBasis basis) {
        return switch (basis) {
            case LIST -> "from practices' lists";
            case ONS_MODERATED ->
                    "from practices' lists, moderated to the projections of the Office for National"
                            + " Statistics";
        };
    }

    private static String permits(ConstitutionVaried e) {
        return e.permits().isEmpty()
                ? "neither joint committees nor delegation"
                : and(e.permits().stream().map(RegistrySentences::permission).toList());
    }

    private static String permission(ConstitutionPermission permission) {
        return switch (permission) {
            case JOINT_COMMITTEES -> "joint committees";
            case DELEGATION -> "delegation";
            case COMMITTEES -> "committees of its own";
        };
    }

    private static String route(AppointmentRoute route) {
        return switch (route) {
            case NOMINATION -> "on the group's nomination";
            case DIRECTION -> "by direction of the Board";
        };
    }
}
