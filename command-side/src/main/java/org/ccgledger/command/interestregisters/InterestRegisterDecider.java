package org.ccgledger.command.interestregisters;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.boundaries.Declarations;
import org.ccgledger.command.boundaries.Declarations.Declared;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.boundaries.Guardians;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.interestregisters.InterestRegisterCommand.*;
import org.ccgledger.command.interestregisters.InterestRegisterRefusal.*;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.interestregisters.InterestRegisterEvent;
import org.ccgledger.events.interestregisters.InterestRegisterEvent.*;

/// Decides on a group's registers of interests. What stands on them it reads from what was
/// declared.
public final class InterestRegisterDecider {

    private static final LocalDate GUARDIANS_CHAIR_AUDIT = LocalDate.of(2016, 6, 28);

    /// The decisions on registers of interests.
    public static final Decider<InterestRegisterCommand, ?> DECIDER =
            Decider.of(
                            InterestRegisterCommand.class,
                            command -> StreamName.interestRegister(command.ccg()))
                    .state(Kept.IN_THE_LEDGER, InterestRegisterEvent.class, (kept, _) -> kept)
                    .deciding((command, _, context) -> decide(command, context));

    private InterestRegisterDecider() {}

    /// No decision on a register depends on those before.
    private enum Kept {
        IN_THE_LEDGER
    }

    private static Decision decide(InterestRegisterCommand command, Context context) {
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notFound(command.ccg() + " is not established on " + context.effectiveOn());
        }
        return switch (command) {
            case AppointGuardian appoint -> appoint(appoint, context);
            case ConfirmRegister confirm -> confirm(confirm, context);
            case PublishRegister publish -> publish(publish, context);
        };
    }

    private static Decision appoint(AppointGuardian command, Context context) {
        LocalDate on = context.effectiveOn();
        if (!on.isBefore(GUARDIANS_CHAIR_AUDIT) && !command.auditCommitteeChair()) {
            return refuse(new AppointeeDisqualified(command.person()));
        }
        return Guardians.of(command.ccg(), on, context.reads())
                        .filter(command.person()::equals)
                        .isPresent()
                ? unchanged()
                : accept(
                        new GuardianAppointed(command.ccg(), command.person(), command.name(), on));
    }

    private static Decision confirm(ConfirmRegister command, Context context) {
        LocalDate from = command.period().from();
        LocalDate on = context.effectiveOn();
        LocalDate until = command.period().until();
        if (until == null || until.isBefore(from) || until.isAfter(on)) {
            return refuse(new InvalidPeriod(until == null ? LocalDate.MAX : until, on));
        }
        Declarations declarations = Declarations.of(Tag.ccg(command.ccg()), until, context.reads());
        Set<PersonId> missing =
                declarations.declarants().stream()
                        .filter(person -> isMissing(person, from, until, declarations))
                        .collect(Collectors.toUnmodifiableSet());
        Set<PersonId> unanswered =
                missing.stream()
                        .filter(person -> !command.chased().contains(person))
                        .collect(Collectors.toUnmodifiableSet());
        if (!unanswered.isEmpty()) {
            return refuse(new RegisterIncomplete(unanswered));
        }
        List<PersonId> chased =
                command.chased().stream().distinct().filter(missing::contains).toList();
        return accept(
                new RegisterConfirmed(
                        command.ccg(),
                        command.period(),
                        declarations.declarants().size(),
                        chased,
                        on));
    }

    private static boolean isMissing(
            PersonId person, LocalDate from, LocalDate until, Declarations declarations) {
        return !declarations.isSeenSince(from, person)
                || declarations.interests().stream()
                        .filter(declared -> declared.person().equals(person))
                        .filter(declared -> declared.isLive(until))
                        .anyMatch(declared -> !isConfirmed(declared, until));
    }

    private static boolean isConfirmed(Declared declared, LocalDate by) {
        LocalDate confirmedOn = declared.confirmedOn();
        return confirmedOn != null && !confirmedOn.isAfter(by);
    }

    private static Decision publish(PublishRegister command, Context context) {
        LocalDate on = context.effectiveOn();
        if (command.asAt().isAfter(on)) {
            return refuse(new InvalidPeriod(command.asAt(), on));
        }
        Declarations declarations =
                Declarations.of(Tag.ccg(command.ccg()), command.asAt(), context.reads());
        Set<InterestId> awaiting =
                declarations.interests().stream()
                        .filter(declared -> Edition.shows(declared, command.asAt()))
                        .filter(InterestRegisterDecider::awaitsGuardian)
                        .map(Declared::interest)
                        .collect(Collectors.toUnmodifiableSet());
        if (!awaiting.isEmpty()) {
            return refuse(new WithholdingNotApproved(awaiting));
        }
        Edition edition = Edition.of(declarations, command.asAt());
        return accept(
                new RegisterPublished(
                        command.ccg(),
                        command.kind(),
                        command.asAt(),
                        edition.lines().size(),
                        edition.sha256(),
                        on));
    }

    /// I7: what its declarant objects to is published only once somebody has confirmed it.
    private static boolean awaitsGuardian(Declared declared) {
        return !declared.consentToPublish()
                && !declared.withheld()
                && declared.confirmedOn() == null;
    }
}
