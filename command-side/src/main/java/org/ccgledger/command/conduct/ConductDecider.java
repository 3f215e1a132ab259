package org.ccgledger.command.conduct;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.conduct.ConductCommand.*;
import org.ccgledger.command.conduct.ConductRefusal.*;
import org.ccgledger.command.conduct.Matter.*;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.conduct.ConductEvent;
import org.ccgledger.events.conduct.ConductEvent.*;

/// Decides on matters of conduct. The boundary is one gift, one breach, or what one person has
/// learnt for one group.
public final class ConductDecider {

    /// The decisions on matters of conduct.
    public static final Decider<ConductCommand, ?> DECIDER =
            Decider.of(ConductCommand.class, ConductDecider::stream)
                    .<Matter, ConductEvent>state(
                            new NotRecorded(), ConductEvent.class, Matter::evolve)
                    .deciding(ConductDecider::decide);

    private ConductDecider() {}

    private static StreamName stream(ConductCommand command) {
        return switch (command) {
            case DeclareGiftOrHospitality gift -> StreamName.gift(gift.gift());
            case ReportBreach report -> StreamName.breach(report.breach());
            case CloseBreach close -> StreamName.breach(close.breach());
            case RecordTraining training -> StreamName.training(training.person(), training.ccg());
        };
    }

    private static Decision decide(ConductCommand command, Matter matter, Context context) {
        return switch (command) {
            case DeclareGiftOrHospitality gift -> declare(gift, matter, context);
            case ReportBreach report -> report(report, matter, context);
            case CloseBreach close -> close(close, matter, context);
            case RecordTraining training -> record(training, matter, context);
        };
    }

    private static Decision declare(
            DeclareGiftOrHospitality command, Matter matter, Context context) {
        LocalDate on = context.effectiveOn();
        boolean isInScope =
                Groups.isEstablished(command.ccg(), on, context.reads())
                        && (!context.actsAs(Role.DECLARANT) || context.isActor(command.person()));
        if (!isInScope) {
            return refuse(new DeclarantNotInScope(command.ccg()));
        }
        LocalDate receivedOn = command.receivedOn();
        if (command.offeredOn().isAfter(on)) {
            return refuse(new InvalidPeriod(command.offeredOn(), on));
        }
        if (receivedOn != null
                && (receivedOn.isAfter(on) || receivedOn.isBefore(command.offeredOn()))) {
            return refuse(new InvalidPeriod(receivedOn, on));
        }
        if (matter instanceof GiftRecorded) {
            return refuse(new CodeInUse(command.gift()));
        }
        PersonId approver = command.approver();
        if (command.person().equals(approver)) {
            return refuse(new SelfApproval(command.person()));
        }
        Optional<BigDecimal> limit =
                GiftLimits.on(command.offeredOn(), command.kind())
                        .filter(most -> command.value().compareTo(most) > 0);
        return command.accepted() && approver == null && limit.isPresent()
                ? refuse(new ApprovalRequired(command.value(), limit.get()))
                : accept(declared(command, on));
    }

    private static GiftDeclared declared(DeclareGiftOrHospitality command, LocalDate on) {
        return new GiftDeclared(
                command.gift(),
                command.person(),
                command.ccg(),
                command.name(),
                command.declarant(),
                command.kind(),
                command.offeror(),
                command.offerorName(),
                command.description(),
                command.value(),
                command.offeredOn(),
                command.receivedOn(),
                command.accepted(),
                command.approver(),
                on);
    }

    private static Decision report(ReportBreach command, Matter matter, Context context) {
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notFound(command.ccg() + " is not established on " + context.effectiveOn());
        }
        return matter instanceof NotRecorded
                ? accept(
                        new BreachReported(
                                command.breach(),
                                command.ccg(),
                                command.person(),
                                command.narrative(),
                                command.interest(),
                                context.effectiveOn()))
                : refuse(new CodeInUse(command.breach()));
    }

    private static Decision close(CloseBreach command, Matter matter, Context context) {
        return switch (matter) {
            case BreachOpen(var person) when person.equals(command.person()) ->
                    context.isActor(person)
                            ? refuse(new SelfApproval(person))
                            : accept(closed(command, context.effectiveOn()));
            case BreachEnded(var person, var since) when person.equals(command.person()) ->
                    refuse(new AlreadyDecided(command.breach(), since));
            case NotRecorded _, GiftRecorded _, BreachOpen _, BreachEnded _, Trained _ ->
                    notFound("No breach " + command.breach() + " of this person was reported");
        };
    }

    private static List<ConductEvent> closed(CloseBreach command, LocalDate on) {
        List<ConductEvent> events = new ArrayList<>();
        events.add(
                new BreachClosed(
                        command.breach(), command.ccg(), command.person(), command.findings(), on));
        String summary = command.publishSummary();
        if (summary != null) {
            events.add(new BreachPublished(command.breach(), command.ccg(), summary, on));
        }
        return events;
    }

    private static Decision record(RecordTraining command, Matter matter, Context context) {
        LocalDate on = context.effectiveOn();
        if (!Groups.isEstablished(command.ccg(), on, context.reads())) {
            return notFound(command.ccg() + " is not established on " + on);
        }
        if (command.completedOn().isAfter(on)) {
            return refuse(new InvalidPeriod(command.completedOn(), on));
        }
        return matter instanceof Trained(var completions)
                        && completions.contains(
                                new Completion(command.module(), command.completedOn()))
                ? unchanged()
                : accept(
                        new TrainingRecorded(
                                command.person(),
                                command.ccg(),
                                command.module(),
                                command.completedOn(),
                                on));
    }
}
