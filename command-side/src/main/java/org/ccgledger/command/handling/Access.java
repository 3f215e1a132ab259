package org.ccgledger.command.handling;

import java.util.Arrays;
import java.util.Optional;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Role;

/// Who may send what: the one place that holds a command's declared senders against the actor.
final class Access {

    private Access() {}

    static Optional<Answer.Forbidden> refused(Envelope envelope) {
        SentBy senders = envelope.command().getClass().getAnnotation(SentBy.class);
        if (senders == null) {
            throw new IllegalStateException(
                    envelope.commandName() + " does not say who may send it");
        }
        Actor actor = envelope.actor();
        boolean roleMay = Arrays.asList(senders.value()).contains(actor.role());
        if (!roleMay && !senders.leftToRule()) {
            return Optional.of(
                    new Answer.Forbidden(
                            "ROLE_NOT_PERMITTED",
                            "%s may not send %s; these may: %s"
                                    .formatted(
                                            actor.role(),
                                            envelope.commandName(),
                                            Arrays.toString(senders.value()))));
        }
        if (roleMay
                && !senders.bodyLeftToRule()
                && (senders.forOwnBody() || isBound(actor.role()))
                && !envelope.command().senders().contains(actor.body())) {
            return Optional.of(
                    new Answer.Forbidden(
                            "ACTOR_NOT_OF_THIS_BODY",
                            "%s acts for %s; this %s is for %s to send"
                                    .formatted(
                                            actor.id(),
                                            actor.body(),
                                            envelope.commandName(),
                                            envelope.command().senders())));
        }
        return Optional.empty();
    }

    private static boolean isBound(Role role) {
        return role.isOfOneCcg() || role == Role.PRACTICE_REPRESENTATIVE;
    }
}
