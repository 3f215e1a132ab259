package org.ccgledger.command.directions;

import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.boundaries.IssuedDirection;
import org.ccgledger.command.boundaries.IssuedDirections;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.directions.DirectionCommand.*;
import org.ccgledger.command.directions.DirectionRefusal.*;
import org.ccgledger.command.directions.Directions.Authorised;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.directions.DirectionEvent;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;

/// A direction's life from its issue to its revocation.
final class Issues {

    private Issues() {}

    static Decision issue(IssueDirection command, Authorised state, Context context) {
        Optional<IssuedDirection> issued = state.issued().find(command.direction());
        if (issued.isPresent()) {
            return again(command, issued.get(), context);
        }
        DirectionDrafted draft = state.drafts().get(command.direction());
        if (draft == null) {
            return DirectionDecider.noDirection(command.direction());
        }
        if (context.authority() == null) {
            return refuse(new AuthorityNotCited());
        }
        if (Preparations.isWithoutMatter(draft.power(), command.ccg(), context)) {
            return refuse(new NoUnmetMatter());
        }
        DirectionTerms terms =
                new DirectionTerms(
                        draft.direction(),
                        draft.power(),
                        draft.kind(),
                        draft.functions(),
                        draft.period(),
                        command.document());
        return takenAlready(terms, state.issued(), context.effectiveOn())
                .or(() -> Preparations.invalid(draft.period(), context))
                .map(Decision::refuse)
                .orElseGet(() ->
                        Decision.accept(
                                new DirectionIssued(
                                        command.ccg(),
                                        terms,
                                        draft.enables(),
                                        context.effectiveOn())));
    }

    private static Decision again(IssueDirection command, IssuedDirection issued, Context context) {
        if (issued.isInForce(context.effectiveOn())
                && issued.terms().document().equals(command.document())) {
            return unchanged();
        }
        return context.authority() == null
                ? refuse(new AuthorityNotCited())
                : refuse(new DirectionAlreadyIssued(command.direction(), issued.issuedOn()));
    }

    /// D6: no other direction takes one of the functions on a day on which this one would.
    private static Optional<DirectionRefusal> takenAlready(
            DirectionTerms terms, IssuedDirections issued, LocalDate on) {
        return issued.takenAlready(terms, on)
                .map(taking -> new FunctionAlreadyAssigned(taking.function(), taking.by()));
    }

    static Decision vary(VaryDirection command, Authorised state, Context context) {
        if (!state.knows(command.direction())) {
            return DirectionDecider.noDirection(command.direction());
        }
        LocalDate on = context.effectiveOn();
        Optional<IssuedDirection> before = inForce(command.direction(), state, on);
        List<FunctionCode> functions = command.distinctFunctions();
        Optional<IssuedDirection> after =
                before.map(d -> d.varied(functions, command.period(), command.document()));
        if (before.isPresent() && before.equals(after)) {
            return unchanged();
        }
        if (context.authority() == null) {
            return refuse(new AuthorityNotCited());
        }
        if (functions.isEmpty()
                && kindOf(command.direction(), state) == DirectionKind.NOT_TO_EXERCISE) {
            return refuse(new FunctionsRequired());
        }
        Optional<DirectionRefusal> rejection =
                after.flatMap(d -> takenAlready(d.terms(), state.issued(), on));
        if (rejection.isPresent()) {
            return refuse(rejection.get());
        }
        if (before.isEmpty() || after.isEmpty()) {
            return refuse(new DirectionNotInForce(command.direction()));
        }
        List<FunctionReturned> returned =
                returned(command.ccg(), before.get(), after.get().taken(on), state, on);
        if (!returned.isEmpty() && context.evidence().isEmpty()) {
            return refuse(new HandoverIncomplete());
        }
        return Preparations.invalid(command.period(), context)
                .map(Decision::refuse)
                .orElseGet(() ->
                        changing(
                                new DirectionVaried(
                                        command.ccg(),
                                        command.direction(),
                                        functions,
                                        command.period(),
                                        command.document(),
                                        on),
                                returned));
    }

    static Decision revoke(RevokeDirection command, Authorised state, Context context) {
        if (!state.knows(command.direction())) {
            return DirectionDecider.noDirection(command.direction());
        }
        if (context.authority() == null) {
            return refuse(new AuthorityNotCited());
        }
        DocRef handover = command.handover();
        if (handover == null) {
            return refuse(new HandoverIncomplete());
        }
        LocalDate on = context.effectiveOn();
        return inForce(command.direction(), state, on)
                .map(direction ->
                        changing(
                                new DirectionRevoked(
                                        command.ccg(), command.direction(), handover, on),
                                returned(command.ccg(), direction, Set.of(), state, on)))
                .orElseGet(() -> refuse(new DirectionNotInForce(command.direction())));
    }

    /// The return of what the direction takes until then and nothing takes from then on.
    private static List<FunctionReturned> returned(
            CcgCode ccg,
            IssuedDirection before,
            Set<FunctionCode> kept,
            Authorised state,
            LocalDate on) {
        return before.terms().functions().stream()
                .filter(function -> before.taken(on).contains(function))
                .filter(function -> !kept.contains(function))
                .filter(function -> !isTakenByAnother(function, before, state, on))
                .map(function ->
                        new FunctionReturned(ccg, before.terms().direction(), function, on))
                .toList();
    }

    private static Decision changing(DirectionEvent change, List<FunctionReturned> returned) {
        List<DirectionEvent> events = new ArrayList<>(List.of(change));
        events.addAll(returned);
        return Decision.accept(events);
    }

    private static boolean isTakenByAnother(
            FunctionCode function, IssuedDirection direction, Authorised state, LocalDate on) {
        return state.issued()
                .inForce(on)
                .filter(other -> !other.terms().direction().equals(direction.terms().direction()))
                .anyMatch(other -> other.taken(on).contains(function));
    }

    static Optional<IssuedDirection> inForce(
            DirectionId direction, Authorised state, LocalDate on) {
        return state.issued().find(direction).filter(issued -> issued.isInForce(on));
    }

    private static DirectionKind kindOf(DirectionId direction, Authorised state) {
        return state.issued()
                .find(direction)
                .map(issued -> issued.terms().kind())
                .or(() ->
                        Optional.ofNullable(state.drafts().get(direction))
                                .map(DirectionDrafted::kind))
                .orElseThrow();
    }
}
