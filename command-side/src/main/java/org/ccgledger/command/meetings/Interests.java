package org.ccgledger.command.meetings;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.boundaries.Declarations;
import org.ccgledger.command.boundaries.Declarations.Declared;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.meetings.MeetingCommand.*;
import org.ccgledger.command.meetings.MeetingRefusal.*;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.events.Tag;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.Ruling;

/// How a meeting learns of interests in an item, and what its chair rules on them.
final class Interests {

    private Interests() {}

    static Decision call(CallForInterests command, Sitting sitting, Item item) {
        return switch (item.stage()) {
            case INTERESTS_CALLED -> unchanged();
            case VOTING -> refuse(new VotingOpen(Set.of(command.item())));
            case UNKNOWN, TABLED, CARRIED, LOST, DEFERRED, REFERRED ->
                    Sitting.settled(command.item(), item)
                            .or(sitting::notOpen)
                            .map(Decision::refuse)
                            .orElseGet(() ->
                                    accept(
                                            new InterestsCalled(
                                                    command.meeting(),
                                                    sitting.ref(),
                                                    command.item(),
                                                    sitting.context().effectiveOn())));
        };
    }

    /// A declaration is a fact. Once the item is decided, it taints a vote that was cast over it.
    static Decision declare(DeclareInterestAtMeeting command, Sitting sitting, Item item) {
        Context context = sitting.context();
        PersonId person = command.person();
        if (!sitting.meeting().attendance().containsKey(person)) {
            return refuse(new DeclarantNotInScope(person, OutOfScope.NOT_PRESENT));
        }
        if (!context.actsAs(Role.COMMITTEE_SECRETARY) && !context.isActor(person)) {
            return refuse(new DeclarantNotInScope(person, OutOfScope.DECLARES_FOR_ANOTHER));
        }
        if (command.spoken() == null && registered(person, command.interest(), context).isEmpty()) {
            return notFound(
                    "Interest " + command.interest() + " has not been declared by " + person);
        }
        if (item.declared().containsKey(command.interest())) {
            return unchanged();
        }
        InterestDeclaredAtMeeting declared =
                new InterestDeclaredAtMeeting(
                        command.meeting(),
                        sitting.ref(),
                        command.item(),
                        person,
                        command.interest(),
                        command.spoken(),
                        context.effectiveOn());
        List<CcgEvent> events = new ArrayList<>();
        events.add(declared);
        events.addAll(
                Aftermath.taints(
                        command.meeting(),
                        sitting.ref(),
                        command.item(),
                        item.declared(declared),
                        person,
                        context));
        return accept(events);
    }

    private static Optional<Declared> registered(
            PersonId person, InterestId interest, Context context) {
        return Declarations.of(Tag.person(person), context.effectiveOn(), context.reads())
                .interests()
                .stream()
                .filter(declared -> declared.interest().equals(interest))
                .findFirst();
    }

    static Decision rule(RuleOnInterest command, Sitting sitting, Item item) {
        Context context = sitting.context();
        Optional<InterestCategory> category = category(command, item, context);
        if (category.isEmpty()) {
            return notFound(
                    "Interest "
                            + command.interest()
                            + " has not been declared by "
                            + command.person());
        }
        Optional<MeetingRefusal> refusal =
                tooLenient(command, category.get(), item, sitting)
                        .or(() -> sitting.chairConflicted(item))
                        .or(() -> Sitting.settled(command.item(), item))
                        .or(sitting::notOpen);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        InterestRuled before = item.rulings().get(command.interest());
        return before != null
                        && before.ruling() == command.ruling()
                        && before.category() == category.get()
                ? unchanged()
                : accept(
                        new InterestRuled(
                                command.meeting(),
                                sitting.ref(),
                                command.item(),
                                command.person(),
                                command.interest(),
                                category.get(),
                                command.ruling(),
                                context.effectiveOn()));
    }

    /// What the register says of an interest goes before what was said at the meeting.
    private static Optional<InterestCategory> category(
            RuleOnInterest command, Item item, Context context) {
        return registered(command.person(), command.interest(), context)
                .map(declared -> declared.terms().category())
                .or(() ->
                        Optional.ofNullable(item.declared().get(command.interest()))
                                .filter(said -> said.person().equals(command.person()))
                                .map(InterestDeclaredAtMeeting::spoken)
                                .map(spoken -> spoken.category()));
    }

    private static Optional<MeetingRefusal> tooLenient(
            RuleOnInterest command, InterestCategory category, Item item, Sitting sitting) {
        boolean isLenient =
                category == InterestCategory.FINANCIAL
                        && command.ruling() != Ruling.EXCLUDE
                        && (!sitting.context().hasReasons()
                                || Remit.of(item, sitting)
                                        .filter(Remit::isDelegatedPrimaryCare)
                                        .isPresent());
        return isLenient
                ? Optional.of(new RulingTooLenient(command.interest(), command.ruling()))
                : Optional.empty();
    }
}
