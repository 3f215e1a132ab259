package org.ccgledger.command.officers;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.Optional;
import org.ccgledger.command.boundaries.IssuedDirections;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.officers.OfficerCommand.AppointAccountableOfficer;
import org.ccgledger.command.officers.OfficerDecider.Office.Held;
import org.ccgledger.command.officers.OfficerDecider.Office.NotEstablished;
import org.ccgledger.command.officers.OfficerDecider.Office.Vacant;
import org.ccgledger.command.officers.OfficerRefusal.AOAppointmentReservedToBoard;
import org.ccgledger.command.officers.OfficerRefusal.DirectionNotInForce;
import org.ccgledger.command.officers.OfficerRefusal.EvidenceRequired;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.registry.AppointmentRoute;
import org.ccgledger.events.registry.RegistryEvent;
import org.ccgledger.events.registry.RegistryEvent.*;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;

/// Decides who answers for a group. The boundary is the group's entry in the register.
public final class OfficerDecider {

    /// The decisions on officers.
    public static final Decider<OfficerCommand, ?> DECIDER =
            Decider.of(OfficerCommand.class, command -> StreamName.ccg(command.ccg()))
                    .<Office, RegistryEvent>state(
                            new NotEstablished(), RegistryEvent.class, Office::evolve)
                    .beginningFrom(
                            command -> Tag.ccg(command.ccg()), CCGMerged.class, Office::evolve)
                    .deciding(OfficerDecider::decide);

    private OfficerDecider() {}

    /// Who is accountable officer.
    sealed interface Office {

        record NotEstablished() implements Office {}

        record Vacant() implements Office {}

        record Held(PersonId person, LocalDate from, AppointmentRoute by) implements Office {}

        /// The groups that merge propose who is to answer for the one that takes their place.
        default Office evolve(CCGMerged merged) {
            return this instanceof NotEstablished
                    ? new Held(
                            merged.terms().accountableOfficer(),
                            merged.effectiveOn(),
                            AppointmentRoute.NOMINATION)
                    : this;
        }

        default Office evolve(RegistryEvent event) {
            return switch (event) {
                case CCGEstablished _ -> new Vacant();
                case AccountableOfficerAppointed e -> new Held(e.person(), e.from(), e.by());
                case ReferenceCCGImported _,
                        PopulationRecorded _,
                        ConstitutionVariationApplied _,
                        ConstitutionVaried _,
                        ConstitutionVariationRefused _ ->
                        this;
            };
        }
    }

    private static Decision decide(OfficerCommand command, Office office, Context context) {
        return switch (command) {
            case AppointAccountableOfficer appoint -> appoint(appoint, office, context);
        };
    }

    private static Decision appoint(
            AppointAccountableOfficer command, Office office, Context context) {
        if (!context.actsAs(Role.BOARD_OFFICER) && !context.actsAs(Role.BOARD_AUTHORISATION)) {
            return refuse(new AOAppointmentReservedToBoard(context.actor().body()));
        }
        return switch (office) {
            case NotEstablished _ -> notFound(command.ccg() + " has not been established");
            case Held held
                    when held.equals(new Held(command.person(), command.from(), command.by())) ->
                    unchanged();
            case Held _, Vacant _ ->
                    unfounded(command, context)
                            .map(Decision::refuse)
                            .orElseGet(() ->
                                    accept(
                                            new AccountableOfficerAppointed(
                                                    command.ccg(),
                                                    command.person(),
                                                    command.name(),
                                                    command.from(),
                                                    command.by(),
                                                    context.effectiveOn())));
        };
    }

    /// What the appointment rests on is there: the group's nomination, or a direction.
    private static Optional<OfficerRefusal> unfounded(
            AppointAccountableOfficer command, Context context) {
        return switch (command.by()) {
            case NOMINATION ->
                    context.evidence().isEmpty()
                            ? Optional.of(new EvidenceRequired())
                            : Optional.empty();
            case DIRECTION ->
                    isReplacementDirected(command.ccg(), context)
                            ? Optional.empty()
                            : Optional.of(new DirectionNotInForce(command.ccg()));
        };
    }

    private static boolean isReplacementDirected(CcgCode ccg, Context context) {
        LocalDate on = context.effectiveOn();
        return IssuedDirections.asAt(ccg, on, context.reads())
                .inForce(on)
                .anyMatch(direction -> direction.terms().kind() == DirectionKind.REPLACE_AO);
    }
}
