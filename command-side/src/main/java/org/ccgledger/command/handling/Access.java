package org.ccgledger.command.handling;

import java.util.Arrays;
import java.util.Optional;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Role;

/// Who may send what: the one place that holds a command's declared senders against the actor.
public final class Access {

    private Access() {}

    /// How a role stands to a command.
    public enum Standing {
        /// It may send it.
        MAY,
        /// It may send it for a body that is one of the command's.
        FOR_ITS_OWN_BODY,
        /// A rule of the command says no, with a code of its own.
        LEFT_TO_A_RULE,
        /// It may not send it.
        MAY_NOT
    }

    public static Standing standing(Class<? extends Command> command, Role role) {
        SentBy senders = senders(command);
        if (!Arrays.asList(senders.value()).contains(role)) {
            return senders.leftToRule() ? Standing.LEFT_TO_A_RULE : Standing.MAY_NOT;
        }
        return !senders.bodyLeftToRule() && (senders.forOwnBody() || isBound(role))
                ? Standing.FOR_ITS_OWN_BODY
                : Standing.MAY;
    }

    /// @throws IllegalStateException if the command does not say who may send it
    static SentBy senders(Class<? extends Command> command) {
        SentBy senders = command.getAnnotation(SentBy.class);
        if (senders == null) {
            throw new IllegalStateException(
                    command.getSimpleName() + " does not say who may send it (@SentBy)");
        }
        return senders;
    }

    static Optional<Answer.Forbidden> refused(Envelope envelope) {
        Actor actor = envelope.actor();
        Class<? extends Command> command = envelope.command().getClass();
        return switch (standing(command, actor.role())) {
            case MAY, LEFT_TO_A_RULE -> Optional.empty();
            case FOR_ITS_OWN_BODY ->
                    envelope.command().senders().contains(actor.body())
                            ? Optional.empty()
                            : Optional.of(
                                    new Answer.Forbidden(
                                            "ACTOR_NOT_OF_THIS_BODY",
                                            "%s acts for %s; this %s is for %s to send"
                                                    .formatted(
                                                            actor.id(),
                                                            actor.body(),
                                                            envelope.commandName(),
                                                            envelope.command().senders())));
            case MAY_NOT ->
                    Optional.of(
                            new Answer.Forbidden(
                                    "ROLE_NOT_PERMITTED",
                                    "%s may not send %s; these may: %s"
                                            .formatted(
                                                    actor.role(),
                                                    envelope.commandName(),
                                                    Arrays.toString(senders(command).value()))));
        };
    }

    private static boolean isBound(Role role) {
        return role.isOfOneCcg()
                || role == Role.PRACTICE_REPRESENTATIVE
                || role == Role.TRANSITION_LEAD;
    }
}
