package org.ccgledger.command.committees;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.Optional;
import org.ccgledger.command.boundaries.Committee;
import org.ccgledger.command.boundaries.Committee.Appointment;
import org.ccgledger.command.boundaries.Committees;
import org.ccgledger.command.boundaries.Constitutions;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.boundaries.JointCommittees;
import org.ccgledger.command.committees.CommitteeCommand.*;
import org.ccgledger.command.committees.CommitteeRefusal.AppointmentAlreadyEnded;
import org.ccgledger.command.committees.CommitteeRefusal.CodeInUse;
import org.ccgledger.command.committees.CommitteeRefusal.ConstitutionDoesNotPermit;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.committees.CommitteeEvent;
import org.ccgledger.events.committees.CommitteeEvent.*;
import org.ccgledger.events.committees.CommitteeKind;
import org.ccgledger.events.registry.ConstitutionPermission;

/// Decides on the committees of single groups. The boundary is one committee, with its terms and
/// members; whether the constitution provides for it is read of the group.
public final class CommitteeDecider {

    /// The decisions on committees.
    public static final Decider<CommitteeCommand, ?> DECIDER =
            Decider.of(CommitteeCommand.class, command -> StreamName.committee(command.committee()))
                    .<Optional<Committee>, CommitteeEvent>state(
                            Optional.empty(), CommitteeEvent.class, Committees::evolve)
                    .deciding(CommitteeDecider::decide);

    private CommitteeDecider() {}

    private static Decision decide(
            CommitteeCommand command, Optional<Committee> known, Context context) {
        return switch (command) {
            case EstablishCommittee establish -> establish(establish, known, context);
            case AmendTerms amend ->
                    of(command, known)
                            .map(committee -> amend(amend, committee, context))
                            .orElseGet(() -> noSuch(command));
            case AppointCommitteeMember appoint ->
                    of(command, known)
                            .map(committee -> Appointments.appoint(appoint, committee, context))
                            .orElseGet(() -> noSuch(command));
            case EndCommitteeAppointment end ->
                    known.filter(committee -> isOwn(command, committee))
                            .map(committee -> end(end, committee, context))
                            .orElseGet(() -> noSuch(command));
            case DisbandCommittee disband ->
                    known.filter(committee -> isOwn(command, committee))
                            .map(committee -> disband(disband, committee, context))
                            .orElseGet(() -> noSuch(command));
        };
    }

    /// The committee of the command, while it may decide.
    private static Optional<Committee> of(CommitteeCommand command, Optional<Committee> known) {
        return known.filter(committee -> isOwn(command, committee))
                .filter(committee -> committee.disbandedOn() == null);
    }

    private static boolean isOwn(CommitteeCommand command, Committee committee) {
        return committee.ccg().equals(command.ccg());
    }

    private static Decision noSuch(CommitteeCommand command) {
        return notFound(command.ccg() + " has no committee " + command.committee());
    }

    private static Decision establish(
            EstablishCommittee command, Optional<Committee> known, Context context) {
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notFound(command.ccg() + " has not been established");
        }
        if (known.filter(committee -> isSame(committee, command)).isPresent()) {
            return unchanged();
        }
        Optional<ConstitutionPermission> missing =
                needed(command.kind())
                        .filter(permission ->
                                !Constitutions.permits(
                                        command.ccg(),
                                        permission,
                                        context.effectiveOn(),
                                        context.reads()));
        if (missing.isPresent()) {
            return refuse(
                    new ConstitutionDoesNotPermit(
                            command.ccg(), command.kind(), missing.orElseThrow()));
        }
        return Terms.ledByOthersThanPractices(command.kind(), command.terms())
                .map(Decision::refuse)
                .or(() -> known.map(_ -> refuse(new CodeInUse(command.committee()))))
                .orElseGet(() ->
                        accept(
                                new CommitteeEstablished(
                                        command.committee(),
                                        command.ccg(),
                                        command.kind(),
                                        command.name(),
                                        command.terms(),
                                        context.effectiveOn())));
    }

    private static boolean isSame(Committee committee, EstablishCommittee command) {
        return isOwn(command, committee)
                && committee.kind() == command.kind()
                && committee.name().equals(command.name())
                && committee.terms().equals(command.terms())
                && committee.disbandedOn() == null;
    }

    /// What the constitution has to permit.
    private static Optional<ConstitutionPermission> needed(CommitteeKind kind) {
        return switch (kind) {
            case AUDIT, REMUNERATION -> Optional.empty();
            case PCCC -> Optional.of(ConstitutionPermission.DELEGATION);
            case QUALITY, FINANCE, OTHER -> Optional.of(ConstitutionPermission.COMMITTEES);
        };
    }

    private static Decision amend(AmendTerms command, Committee committee, Context context) {
        if (committee.terms().equals(command.terms())) {
            return unchanged();
        }
        return Terms.ledByOthersThanPractices(committee.kind(), command.terms())
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new TermsAmended(
                                        command.committee(),
                                        command.ccg(),
                                        committee.termsVersion() + 1,
                                        command.terms(),
                                        context.effectiveOn())));
    }

    private static Decision end(
            EndCommitteeAppointment command, Committee committee, Context context) {
        Optional<Appointment> known = committee.appointment(command.appointment());
        if (known.isEmpty()) {
            return notFound("No appointment " + command.appointment());
        }
        Appointment held = known.orElseThrow();
        if (held.equals(held.ending(command.lastDay(), command.cause()))) {
            return unchanged();
        }
        LocalDate until = held.term().until();
        if (until != null && (held.ended() != null || until.isBefore(command.lastDay()))) {
            return refuse(new AppointmentAlreadyEnded(until));
        }
        return accept(
                new CommitteeAppointmentEnded(
                        command.committee(),
                        command.ccg(),
                        held.id(),
                        held.person(),
                        held.seat(),
                        command.lastDay(),
                        command.cause(),
                        context.effectiveOn()));
    }

    private static Decision disband(
            DisbandCommittee command, Committee committee, Context context) {
        return committee.disbandedOn() != null
                ? unchanged()
                : accept(
                        new CommitteeDisbanded(
                                command.committee(),
                                command.ccg(),
                                JointCommittees.takingThePlaceOf(
                                                command.committee(),
                                                context.effectiveOn(),
                                                context.reads())
                                        .orElse(null),
                                context.effectiveOn()));
    }
}
