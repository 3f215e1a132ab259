package org.ccgledger.command.registry;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.registry.RegistryEvent;
import org.ccgledger.events.registry.RegistryEvent.*;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;

/// How far a group has come into being, and what the register was told of it.
sealed interface Group {

    Facts facts();

    Group with(Facts facts);

    record NotAuthorised(Facts facts) implements Group {
        @Override
        public Group with(Facts changed) {
            return new NotAuthorised(changed);
        }
    }

    record Authorised(Facts facts, CCGAuthorised grant) implements Group {
        @Override
        public Group with(Facts changed) {
            return new Authorised(changed, grant);
        }
    }

    record Established(Facts facts, Constitution constitution) implements Group {
        @Override
        public Group with(Facts changed) {
            return new Established(changed, constitution);
        }
    }

    /// What was recorded of the group, whether or not it exists yet.
    record Facts(Set<ReferenceCCGImported> imports, Set<PopulationRecorded> populations) {

        static final Facts NONE = new Facts(Set.of(), Set.of());

        Facts with(ReferenceCCGImported imported) {
            return new Facts(joined(imports, imported), populations);
        }

        Facts with(PopulationRecorded population) {
            return new Facts(imports, joined(populations, population));
        }

        private static <T> Set<T> joined(Set<T> before, T added) {
            Set<T> all = new HashSet<>(before);
            all.add(added);
            return Set.copyOf(all);
        }
    }

    default Group evolve(CCGAuthorised grant) {
        return this instanceof NotAuthorised(var facts) ? new Authorised(facts, grant) : this;
    }

    /// A group that takes the place of others exists from then on; those were before, and stay as
    /// they were.
    default Group evolve(CCGMerged merged) {
        return this instanceof Established ? this : new Established(facts(), Constitution.FIRST);
    }

    default Group evolve(RegistryEvent event) {
        return switch (event) {
            case CCGEstablished _ -> new Established(facts(), Constitution.FIRST);
            case ReferenceCCGImported imported -> with(facts().with(imported));
            case PopulationRecorded population -> with(facts().with(population));
            case ConstitutionVariationApplied applied -> constitution(c -> c.with(applied));
            case ConstitutionVaried varied -> constitution(c -> c.with(varied));
            case ConstitutionVariationRefused refused -> constitution(c -> c.with(refused));
            case AccountableOfficerAppointed _ -> this;
        };
    }

    private Group constitution(UnaryOperator<Constitution> change) {
        return this instanceof Established(var facts, var constitution)
                ? new Established(facts, change.apply(constitution))
                : this;
    }
}
