package org.ccgledger.command.support;

import java.time.LocalDate;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.SupportId;
import org.jspecify.annotations.Nullable;

/// Every rule about commissioning support, by the reason it gives when it says no.
sealed interface SupportRefusal extends Refusal {

    /// S1: the Secretary of State to the National Association of Primary Care, 2 November 2011:
    /// groups are free to decide what support they need. Of private providers S4 speaks.
    @Rule(
            id = "S1",
            title = "A group alone chooses who supports it",
            cure = "Have the group's accountable officer choose.",
            status = 403)
    record SupportChoiceReservedToCcg(CcgCode ccg, BodyRef by) implements SupportRefusal {}

    /// S2: the same speech: the Board provides a back stop over a period of around five years.
    @Rule(
            id = "S2",
            title = "The Board stands in until the end of the back-stop period and no longer",
            cure = "Let the arrangement end by that day, or choose another kind of provider.")
    record BackstopPeriodExpired(@Nullable LocalDate until, LocalDate lastDay)
            implements SupportRefusal {}

    /// S3: NHS Act 2006 s.3 and 14L: a group's duty to commission stays with it.
    @Rule(
            id = "S3",
            title = "Who supports a group in commissioning does not decide for it",
            cure = "Leave the decisions to the group, or to a committee that may take them.")
    record SupportCannotDecide(BodyRef decider) implements SupportRefusal {}

    /// S4: the Secretary of State's letter of 2012: nobody is forced to use private commissioning
    /// support services.
    @Rule(
            id = "S4",
            title = "No group is given a private provider of support that it has not chosen itself",
            cure = "Leave the choice to the group.")
    record PrivateSupportCannotBeImposed(CcgCode ccg, BodyRef provider, BodyRef by)
            implements SupportRefusal {}

    @Rule(
            title = "An arrangement ends within its period, which ends after it begins",
            cure = "Give a last day within the period.")
    record InvalidPeriod(LocalDate lastDay, LocalDate from) implements SupportRefusal {}

    @Rule(
            title = "An arrangement's id stands for one arrangement",
            cure = "Give the arrangement an id of its own.",
            status = 409)
    record CodeInUse(SupportId support) implements SupportRefusal {}

    @Rule(title = "An arrangement is ended once", cure = "See on which day it ends.", status = 409)
    record AlreadyDecided(SupportId support, LocalDate endsOn) implements SupportRefusal {}
}
