package org.ccgledger.command.interests;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.boundaries.Guardians;
import org.ccgledger.command.boundaries.Memberships;
import org.ccgledger.command.boundaries.Settled;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.interests.InterestCommand.*;
import org.ccgledger.command.interests.InterestCommand.CarryInterestsForward;
import org.ccgledger.command.interests.InterestFile.Interest;
import org.ccgledger.command.interests.InterestRefusal.*;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.interests.CarriedInterest;
import org.ccgledger.events.interests.InterestEvent;
import org.ccgledger.events.interests.InterestEvent.*;
import org.ccgledger.events.interests.InterestEvent.InterestsCarriedForward;
import org.ccgledger.events.interests.InterestTerms;
import org.ccgledger.events.successions.MatterKind;

/// Decides on declarations of interests. The boundary is what one person declares to one group.
public final class InterestDecider {

    /// NHS Act 2006 s.14O(3)(b).
    private static final int DAYS_TO_DECLARE = 28;

    /// The decisions on declarations of interests.
    public static final Decider<InterestCommand, ?> DECIDER =
            Decider.of(
                            InterestCommand.class,
                            command -> StreamName.interests(command.person(), command.ccg()))
                    .state(InterestFile.EMPTY, InterestEvent.class, InterestFile::evolve)
                    .deciding(InterestDecider::decide);

    private InterestDecider() {}

    private static Decision decide(InterestCommand command, InterestFile file, Context context) {
        return switch (command) {
            case DeclareInterest declare -> declare(declare, file, context);
            case DeclareNilInterests nil -> declareNil(nil, context);
            case AmendInterest amend -> amend(amend, file, context);
            case EndInterest end -> end(end, file, context);
            case ConfirmInterest confirm -> confirm(confirm, file, context);
            case WithholdFromPublication withhold -> withhold(withhold, file, context);
            case CarryInterestsForward carry -> carry(carry, file, context);
        };
    }

    /// I4: NHS Act 2006 s.14O(3)(b).
    @Upholds(
            id = "I4",
            title =
                    "An interest declared more than 28 days after the declarant knew of it is accepted, and the delay recorded")
    private static Decision declare(DeclareInterest command, InterestFile file, Context context) {
        LocalDate on = context.effectiveOn();
        Optional<Refusal> refusal =
                outOfScope(command, context)
                        .or(() -> unfit(command.interest(), command.terms(), on))
                        .or(() -> unaware(command, on));
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (isUsed(command.interest(), file, context)) {
            return refuse(new CodeInUse(command.interest()));
        }
        List<InterestEvent> events = new ArrayList<>();
        events.add(
                new InterestDeclared(
                        command.interest(),
                        command.person(),
                        command.ccg(),
                        command.name(),
                        command.declarant(),
                        command.practice(),
                        command.isDecisionMaking(),
                        command.terms(),
                        command.awareOn(),
                        command.consentToPublish(),
                        command.objection(),
                        on));
        LocalDate dueOn = command.awareOn().plusDays(DAYS_TO_DECLARE);
        if (on.isAfter(dueOn)) {
            events.add(
                    new InterestDeclaredLate(
                            command.interest(),
                            command.person(),
                            command.ccg(),
                            command.awareOn(),
                            dueOn,
                            on));
        }
        return accept(events);
    }

    /// I9: NHS Act 2006 s.14O asks all for a declaration, not for an interest.
    @Upholds(id = "I9", title = "A nil declaration is a declaration")
    private static Decision declareNil(DeclareNilInterests command, Context context) {
        return outOfScope(command, context)
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new NilInterestsDeclared(
                                        command.person(),
                                        command.ccg(),
                                        command.name(),
                                        command.declarant(),
                                        command.practice(),
                                        command.isDecisionMaking(),
                                        context.effectiveOn())));
    }

    private static Decision amend(AmendInterest command, InterestFile file, Context context) {
        LocalDate on = context.effectiveOn();
        Optional<Interest> found = file.interest(command.interest());
        if (found.isEmpty()) {
            return unknown(command.interest());
        }
        return anothers(command.person(), command.ccg(), context)
                .or(() -> unfit(command.interest(), command.terms(), on))
                .or(() -> notLive(command.interest(), found.get(), on))
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new InterestAmended(
                                        command.interest(),
                                        command.person(),
                                        command.ccg(),
                                        command.terms(),
                                        on)));
    }

    private static Decision end(EndInterest command, InterestFile file, Context context) {
        LocalDate on = context.effectiveOn();
        Optional<Interest> found = file.interest(command.interest());
        if (found.isEmpty()) {
            return unknown(command.interest());
        }
        Interest interest = found.get();
        Optional<Refusal> refusal =
                anothers(command.person(), command.ccg(), context)
                        .or(() -> endsEarly(command, interest, on))
                        .or(() ->
                                command.until().equals(interest.until())
                                        ? Optional.empty()
                                        : notLive(command.interest(), interest, on));
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        return command.until().equals(interest.until())
                ? unchanged()
                : accept(
                        new InterestEnded(
                                command.interest(),
                                command.person(),
                                command.ccg(),
                                command.until(),
                                on));
    }

    private static Optional<Refusal> endsEarly(
            EndInterest command, Interest interest, LocalDate on) {
        return command.until().isBefore(interest.from())
                ? Optional.of(new InvalidPeriod(interest.from(), command.until(), on))
                : Optional.empty();
    }

    private static Decision confirm(ConfirmInterest command, InterestFile file, Context context) {
        Optional<Interest> found = file.interest(command.interest());
        if (found.isEmpty()) {
            return unknown(command.interest());
        }
        return notLive(command.interest(), found.get(), context.effectiveOn())
                .or(() -> ownApproval(command.person(), context))
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new InterestConfirmed(
                                        command.interest(),
                                        command.person(),
                                        command.ccg(),
                                        command.mitigation(),
                                        context.effectiveOn())));
    }

    private static Decision withhold(
            WithholdFromPublication command, InterestFile file, Context context) {
        Optional<Interest> found = file.interest(command.interest());
        if (found.isEmpty()) {
            return unknown(command.interest());
        }
        if (!isGuardian(command.ccg(), context)) {
            return refuse(new WithholdingNotApproved(command.interest()));
        }
        if (!context.hasReasons()) {
            return refuse(new ReasonsRequired());
        }
        Optional<Refusal> own = ownApproval(command.person(), context);
        if (own.isPresent()) {
            return refuse(own.get());
        }
        return found.get().withheld()
                ? unchanged()
                : accept(
                        new PublicationWithheld(
                                command.interest(),
                                command.person(),
                                command.ccg(),
                                context.effectiveOn()));
    }

    /// K10: what is live in the one file goes on in the other, until the person has declared anew.
    private static Decision carry(
            CarryInterestsForward command, InterestFile file, Context context) {
        LocalDate on = context.effectiveOn();
        List<CarriedInterest> carried =
                InterestFile.of(
                                context.reads().stream(
                                        StreamName.interests(command.person(), command.from())))
                        .live(on)
                        .stream()
                        .filter(one -> file.interest(one.interest()).isEmpty())
                        .toList();
        return carried.isEmpty()
                        || !Settled.passes(
                                command.from(),
                                MatterKind.DECLARATIONS,
                                command.person().value(),
                                command.ccg(),
                                context)
                ? unchanged()
                : accept(
                        new InterestsCarriedForward(
                                command.person(),
                                command.ccg(),
                                command.from(),
                                carried,
                                on.plusDays(DAYS_TO_DECLARE),
                                on));
    }

    private static boolean isGuardian(CcgCode ccg, Context context) {
        return context.actsAs(Role.CONFLICTS_GUARDIAN)
                && Guardians.of(ccg, context.effectiveOn(), context.reads())
                        .filter(context::isActor)
                        .isPresent();
    }

    /// I1, as far as the ledger knows who belongs to a group: the declarant says in which class.
    private static Optional<Refusal> outOfScope(Declaration command, Context context) {
        LocalDate on = context.effectiveOn();
        PracticeCode practice = command.practice();
        if (!Groups.isEstablished(command.ccg(), on, context.reads())) {
            return outOfScope(command.ccg(), OutOfScope.GROUP_NOT_ESTABLISHED);
        }
        return practice != null
                        && !Memberships.isMember(practice, command.ccg(), on, context.reads())
                ? outOfScope(command.ccg(), OutOfScope.PRACTICE_NOT_A_MEMBER)
                : anothers(command.person(), command.ccg(), context);
    }

    /// I1: a declarant speaks for nobody else; the governance lead enters what came on paper.
    private static Optional<Refusal> anothers(PersonId person, CcgCode ccg, Context context) {
        return context.actsAs(Role.DECLARANT) && !context.isActor(person)
                ? outOfScope(ccg, OutOfScope.DECLARES_FOR_ANOTHER)
                : Optional.empty();
    }

    private static Optional<Refusal> outOfScope(CcgCode ccg, OutOfScope because) {
        return Optional.of(new DeclarantNotInScope(ccg, because));
    }

    /// I2 and I3.
    private static Optional<Refusal> unfit(InterestId interest, InterestTerms terms, LocalDate on) {
        if (terms.indirect() && terms.relationship() == null) {
            return Optional.of(new RelationshipRequired(interest));
        }
        LocalDate until = terms.until();
        return terms.from().isAfter(on) || (until != null && until.isBefore(terms.from()))
                ? Optional.of(new InvalidPeriod(terms.from(), until, on))
                : Optional.empty();
    }

    private static Optional<Refusal> unaware(DeclareInterest command, LocalDate on) {
        return command.awareOn().isAfter(on)
                ? Optional.of(new InvalidPeriod(command.awareOn(), command.terms().until(), on))
                : Optional.empty();
    }

    private static Optional<Refusal> notLive(InterestId id, Interest interest, LocalDate on) {
        return interest.isLive(on)
                ? Optional.empty()
                : Optional.of(new InterestNotLive(id, interest.until()));
    }

    private static Optional<Refusal> ownApproval(PersonId person, Context context) {
        return context.isActor(person) ? Optional.of(new SelfApproval(person)) : Optional.empty();
    }

    /// In this file, or in another person's or another group's.
    private static boolean isUsed(InterestId interest, InterestFile file, Context context) {
        return file.interest(interest).isPresent()
                || !context.reads()
                        .tagged(Tag.interest(interest), InterestDeclared.class)
                        .isEmpty();
    }

    private static Decision unknown(InterestId interest) {
        return notFound("Interest " + interest + " has not been declared here");
    }
}
