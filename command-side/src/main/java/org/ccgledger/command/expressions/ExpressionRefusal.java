package org.ccgledger.command.expressions;

import java.time.LocalDate;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.RoundName;

/// Every rule about rounds and expressions of interest, by the reason it gives when it says no.
sealed interface ExpressionRefusal extends Refusal {

    /// A14: Health and Social Care Act 2012 s.34: groups took over on 1 April 2013.
    @Rule(
            id = "A14",
            title = "A group takes part in commissioning primary care once it is operational",
            cure = "Name groups that are established.")
    record CCGNotOperational(CcgCode ccg, LocalDate on) implements ExpressionRefusal {}

    /// P1: the Board's invitation of 1 May 2014: groups alone or together, at one level or several.
    @Rule(
            id = "P1",
            title = "An expression of interest names a group and a level",
            cure = "Name at least one group and at least one level.")
    record EOIEmpty(String missing) implements ExpressionRefusal {}

    /// P2: the Board's invitation of 1 May 2014 asked for expressions by 20 June 2014.
    @Rule(
            id = "P2",
            title = "Expressions of interest are submitted within the round",
            cure = "Submit it within the round; after its last day, submit it with `late`.")
    record EOIWindowClosed(RoundName round, LocalDate opened, LocalDate lastDay)
            implements ExpressionRefusal {}

    @Rule(
            title = "A group speaks for an expression of its own",
            cure = "Have one of its groups send it; for all of them, the one that submitted it.",
            status = 403)
    record ActorNotOfThisBody(BodyRef body) implements ExpressionRefusal {}

    @Rule(
            title = "The id of an expression, and the name of a round, stand for one thing",
            cure = "Give it an id or a name of its own.",
            status = 409)
    record CodeInUse(String name) implements ExpressionRefusal {

        CodeInUse(ExpressionId expression) {
            this(expression.value());
        }

        CodeInUse(RoundName round) {
            this(round.value());
        }
    }
}
