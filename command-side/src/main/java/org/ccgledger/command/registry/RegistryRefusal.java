package org.ccgledger.command.registry;

import java.util.Set;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.VariationId;

/// Why the register of groups does not change as asked.
sealed interface RegistryRefusal extends Refusal {

    /// G4: NHS Act 2006 s.14E.
    @Rule(
            id = "G4",
            title = "A constitution varies only when the Board has approved the variation",
            cure = "Apply for the variation, and have the Board decide it.")
    record VariationNotApproved(BodyRef sender) implements RegistryRefusal {}

    @Rule(
            title = "A code stands for one group, for all time",
            cure = "Use the code that the group was given.",
            status = 409)
    record CodeInUse(CcgCode ccg, Set<String> by) implements RegistryRefusal {}

    @Rule(
            title = "A group has one variation of its constitution before the Board at a time",
            cure = "Wait until the open variation is decided.",
            status = 409)
    record VariationAlreadyOpen(VariationId variation) implements RegistryRefusal {}

    @Rule(
            title = "A variation is decided once",
            cure = "Apply for another variation.",
            status = 409)
    record AlreadyDecided(VariationId variation) implements RegistryRefusal {}
}
