package org.ccgledger.command.concerns;

import static org.ccgledger.events.Role.AREA_TEAM;
import static org.ccgledger.events.Role.AUDITOR;
import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;
import static org.ccgledger.events.Role.CONFLICTS_GUARDIAN;
import static org.ccgledger.events.Role.DEPARTMENT_OF_HEALTH;
import static org.ccgledger.events.Role.EMPLOYER;
import static org.ccgledger.events.Role.GOVERNING_BODY_CHAIR;
import static org.ccgledger.events.Role.MONITOR;

import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ConcernId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.concerns.ConcernCategory;
import org.ccgledger.events.concerns.ConcernOutcome;
import org.jspecify.annotations.Nullable;

/// What can be asked for about a concern that somebody has raised.
public sealed interface ConcernCommand extends Command {

    ConcernId concern();

    BodyRef body();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(body());
    }

    /// Employment Rights Act 1996 s.43C to s.43F. Sent by who received the disclosure, for the
    /// sender of a command is known for ever. Personal parts stand under a pseudonym made for this
    /// concern alone.
    ///
    /// @param body whose conduct it is about
    /// @param anonymous whether nobody knows who raised it
    /// @param discloser who raised it; nobody if it is anonymous
    /// @param text what is disclosed
    @SentBy({
        CONFLICTS_GUARDIAN,
        CCG_GOVERNANCE_LEAD,
        GOVERNING_BODY_CHAIR,
        EMPLOYER,
        BOARD_OFFICER,
        AREA_TEAM,
        AUDITOR,
        MONITOR,
        DEPARTMENT_OF_HEALTH
    })
    record RaiseConcern(
            ConcernId concern,
            BodyRef body,
            ConcernCategory category,
            boolean anonymous,
            @Nullable PersonalText discloser,
            PersonalText text)
            implements ConcernCommand {
        @Override
        public List<FieldError> fieldErrors() {
            if (anonymous == (discloser != null)) {
                return List.of(
                        new FieldError(
                                "/discloser", "is given where the concern is not anonymous"));
            }
            return discloser == null || discloser.subject().equals(text.subject())
                    ? List.of()
                    : List.of(new FieldError("/discloser/subject", "is that of the text"));
        }
    }

    /// What was found stands under the same pseudonym.
    @SentBy(
            value = {CONFLICTS_GUARDIAN, EMPLOYER},
            forOwnBody = true)
    record CloseConcern(
            ConcernId concern, BodyRef body, ConcernOutcome outcome, PersonalText findings)
            implements ConcernCommand {}
}
