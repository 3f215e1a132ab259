package org.ccgledger.command.advice;

import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.SENATE_MEMBER;

import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.AdviceId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.advice.AdviceForm;
import org.ccgledger.events.advice.AdviceResponse;
import org.jspecify.annotations.Nullable;

/// What can be asked for about advice, in the order in which it happens.
public sealed interface AdviceCommand extends Command {

    AdviceId advice();

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// NHS Act 2006 s.14W.
    ///
    /// @param question official text, which names offices and no persons
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record RequestAdvice(AdviceId advice, CcgCode ccg, BodyRef body, String question)
            implements AdviceCommand {}

    /// The body that was asked answers.
    ///
    /// @param decides the decision of the group that the advice is to make, of which it can make
    ///   none
    @SentBy(SENATE_MEMBER)
    record GiveAdvice(
            AdviceId advice,
            CcgCode ccg,
            DocRef document,
            AdviceForm form,
            @Nullable String decides)
            implements AdviceCommand {}

    /// The group says what it makes of the advice, and why.
    ///
    /// @param instructed whether the group took it for an instruction
    @SentBy(CCG_ACCOUNTABLE_OFFICER)
    record RespondToAdvice(
            AdviceId advice, CcgCode ccg, AdviceResponse response, @Nullable Boolean instructed)
            implements AdviceCommand {}
}
