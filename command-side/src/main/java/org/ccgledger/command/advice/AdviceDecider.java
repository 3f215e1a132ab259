package org.ccgledger.command.advice;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.advice.Advice.*;
import org.ccgledger.command.advice.AdviceCommand.*;
import org.ccgledger.command.advice.AdviceRefusal.*;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.advice.AdviceEvent;
import org.ccgledger.events.advice.AdviceEvent.*;
import org.ccgledger.events.advice.AdviceForm;
import org.ccgledger.events.advice.AdviceResponse;
import org.ccgledger.events.advice.AdvisoryKind;

/// Decides on advice. The boundary is one request.
public final class AdviceDecider {

    /// The decisions on advice.
    public static final Decider<AdviceCommand, ?> DECIDER =
            Decider.of(AdviceCommand.class, command -> StreamName.advice(command.advice()))
                    .<Advice, AdviceEvent>state(
                            new NotRequested(), AdviceEvent.class, Advice::evolve)
                    .deciding(AdviceDecider::decide);

    private AdviceDecider() {}

    private static Decision decide(AdviceCommand command, Advice advice, Context context) {
        return switch (command) {
            case RequestAdvice request -> request(request, advice, context);
            case GiveAdvice give -> give(give, advice, context);
            case RespondToAdvice respond -> respond(respond, advice, context);
        };
    }

    private static Decision request(RequestAdvice command, Advice advice, Context context) {
        LocalDate on = context.effectiveOn();
        if (!Groups.isEstablished(command.ccg(), on, context.reads())) {
            return notFound(command.ccg() + " is not established on " + on);
        }
        Optional<AdvisoryKind> kind = kind(command.body());
        if (kind.isEmpty()) {
            return refuse(new AdviceBodyNotRegistered(command.body()));
        }
        AdviceRequested requested =
                new AdviceRequested(
                        command.advice(),
                        command.ccg(),
                        command.body(),
                        kind.get(),
                        command.question(),
                        on);
        return switch (advice) {
            case NotRequested _ -> accept(requested);
            case Requested(var before) when before.equals(requested) -> unchanged();
            case Requested _, Given _, Responded _ -> refuse(new CodeInUse(command.advice()));
        };
    }

    /// V2: those who advise and have no power over the group. A health and wellbeing board is a
    /// committee of its local authority.
    private static Optional<AdvisoryKind> kind(BodyRef body) {
        return switch (body.kind()) {
            case "SENATE" -> Optional.of(AdvisoryKind.SENATE);
            case "NETWORK" -> Optional.of(AdvisoryKind.NETWORK);
            case "LA" -> Optional.of(AdvisoryKind.HEALTH_AND_WELLBEING_BOARD);
            case "PROVIDER", "CSU" -> Optional.of(AdvisoryKind.OTHER);
            default -> Optional.empty();
        };
    }

    private static Decision give(GiveAdvice command, Advice advice, Context context) {
        return switch (advice) {
            case Requested(var request) when request.ccg().equals(command.ccg()) ->
                    give(command, request, context);
            case Given(var request, var given) when request.ccg().equals(command.ccg()) ->
                    again(command, request, given, context);
            case Responded(var request, var given, _) when request.ccg().equals(command.ccg()) ->
                    again(command, request, given, context);
            case NotRequested _, Requested _, Given _, Responded _ ->
                    notFound(command.ccg() + " has not asked for " + command.advice());
        };
    }

    private static Decision give(GiveAdvice command, AdviceRequested request, Context context) {
        Optional<AdviceRefusal> refusal = refusal(command, request, context);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        List<AdviceEvent> events = new ArrayList<>();
        events.add(
                new AdviceGiven(
                        command.advice(),
                        command.ccg(),
                        request.body(),
                        command.document(),
                        command.form(),
                        context.effectiveOn()));
        if (command.form() == AdviceForm.INSTRUCTION) {
            events.add(overreach(request, context));
        }
        return accept(events);
    }

    private static Decision again(
            GiveAdvice command, AdviceRequested request, AdviceGiven given, Context context) {
        return refusal(command, request, context)
                .map(Decision::refuse)
                .orElseGet(() ->
                        given.document().equals(command.document())
                                        && given.form() == command.form()
                                ? unchanged()
                                : refuse(
                                        new AlreadyDecided(command.advice(), given.effectiveOn())));
    }

    private static Optional<AdviceRefusal> refusal(
            GiveAdvice command, AdviceRequested request, Context context) {
        if (command.decides() != null) {
            return Optional.of(new AdviceIsNotBinding(command.decides()));
        }
        return context.actor().body().equals(request.body())
                ? Optional.empty()
                : Optional.of(new ActorNotOfThisBody(request.body()));
    }

    private static Decision respond(RespondToAdvice command, Advice advice, Context context) {
        return switch (advice) {
            case Given(var request, var given) when request.ccg().equals(command.ccg()) ->
                    respond(command, request, given, context);
            case Responded(var request, _, var before) when request.ccg().equals(command.ccg()) ->
                    before.response() == command.response()
                            ? unchanged()
                            : refuse(new AlreadyDecided(command.advice(), before.effectiveOn()));
            case NotRequested _, Requested _, Given _, Responded _ ->
                    notFound(command.ccg() + " was not given " + command.advice());
        };
    }

    private static Decision respond(
            RespondToAdvice command, AdviceRequested request, AdviceGiven given, Context context) {
        if (command.response() != AdviceResponse.ACCEPTED && !context.hasReasons()) {
            return refuse(new ReasonsRequired(command.response()));
        }
        List<AdviceEvent> events = new ArrayList<>();
        events.add(
                new AdviceResponded(
                        command.advice(),
                        command.ccg(),
                        command.response(),
                        context.effectiveOn()));
        if (Boolean.TRUE.equals(command.instructed()) && given.form() != AdviceForm.INSTRUCTION) {
            events.add(overreach(request, context));
        }
        return accept(events);
    }

    /// V4: an instruction that goes by the name of advice is seen.
    @Upholds(id = "V4", title = "Advice that tells a group what to do is recorded, and seen")
    private static AdviceOverreach overreach(AdviceRequested request, Context context) {
        return new AdviceOverreach(
                request.advice(), request.ccg(), request.body(), context.effectiveOn());
    }
}
