package org.ccgledger.command.registry;

import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.registry.Group.Facts;
import org.ccgledger.command.registry.Group.NotAuthorised;
import org.ccgledger.command.registry.RegistryCommand.ApplyToVaryConstitution;
import org.ccgledger.command.registry.RegistryCommand.DecideConstitutionVariation;
import org.ccgledger.command.registry.RegistryCommand.EstablishCCG;
import org.ccgledger.command.registry.RegistryCommand.ImportReferenceCCG;
import org.ccgledger.command.registry.RegistryCommand.RecordPopulation;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.registry.RegistryEvent;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;

/// Decides on the register. The boundary is one group, which begins from its authorisation or from
/// the merger of which it came.
public final class RegistryDecider {

    /// The decisions of the register.
    public static final Decider<RegistryCommand, ?> DECIDER =
            Decider.of(RegistryCommand.class, command -> StreamName.ccg(command.ccg()))
                    .<Group, RegistryEvent>state(
                            new NotAuthorised(Facts.NONE), RegistryEvent.class, Group::evolve)
                    .beginningFrom(
                            command -> Tag.ccg(command.ccg()), CCGAuthorised.class, Group::evolve)
                    .beginningFrom(
                            command -> Tag.ccg(command.ccg()), CCGMerged.class, Group::evolve)
                    .deciding(RegistryDecider::decide);

    private RegistryDecider() {}

    private static Decision decide(RegistryCommand command, Group state, Context context) {
        return switch (command) {
            case EstablishCCG establish -> Register.establish(establish, state, context);
            case ImportReferenceCCG row -> Register.importReference(row, state, context);
            case RecordPopulation population -> Register.population(population, state, context);
            case ApplyToVaryConstitution apply -> Variations.apply(apply, state, context);
            case DecideConstitutionVariation decision ->
                    Variations.decide(decision, state, context);
        };
    }
}
