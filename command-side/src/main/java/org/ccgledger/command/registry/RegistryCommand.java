package org.ccgledger.command.registry;

import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;
import static org.ccgledger.events.Role.REGISTRY;
import static org.ccgledger.events.Role.SYSTEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.Source;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.registry.PopulationBasis;
import org.jspecify.annotations.Nullable;

/// What can be asked of the register of groups.
public sealed interface RegistryCommand extends Command {

    CcgCode ccg();

    @Override
    default Set<BodyRef> senders() {
        return Set.of(BodyRef.ccg(ccg()));
    }

    /// NHS Act 2006 s.14D: the grant of an application establishes the group, with what was applied
    /// for.
    @SentBy(SYSTEM)
    record EstablishCCG(CcgCode ccg) implements RegistryCommand {}

    /// The reference register's row of a group, which reserves the code for the group of that name.
    ///
    /// `areaTeam` and `region` are names, as the register writes them.
    @SentBy(REGISTRY)
    record ImportReferenceCCG(
            CcgCode ccg, OnsCode ons, String name, String areaTeam, String region, Source source)
            implements RegistryCommand {}

    /// How many people a group was counted to be responsible for; `heads` is at least 1.
    @SentBy({REGISTRY, BOARD_OFFICER})
    record RecordPopulation(CcgCode ccg, PopulationBasis basis, int heads, LocalDate asAt)
            implements RegistryCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return heads > 0 ? List.of() : List.of(new FieldError("/heads", "is at least 1"));
        }
    }

    /// NHS Act 2006 s.14E: a group applies to the Board to vary its constitution.
    @SentBy(CCG_GOVERNANCE_LEAD)
    record ApplyToVaryConstitution(
            CcgCode ccg, String changes, DocRef document, DocRef memberApproval)
            implements RegistryCommand {}

    /// NHS Act 2006 s.14E: the Board grants or refuses the application.
    ///
    /// `document` is the constitution as approved, where it is not the one applied with, and
    /// `permits` all that it lets the group do; both belong to an approval alone.
    @SentBy(value = BOARD_OFFICER, leftToRule = true)
    record DecideConstitutionVariation(
            CcgCode ccg,
            VariationId variation,
            boolean approve,
            @Nullable DocRef document,
            List<ConstitutionPermission> permits)
            implements RegistryCommand {
        @Override
        public List<FieldError> fieldErrors() {
            List<FieldError> errors = new ArrayList<>();
            if (!approve && document != null) {
                errors.add(new FieldError("/document", "is given with an approval only"));
            }
            if (!approve && !permits.isEmpty()) {
                errors.add(new FieldError("/permits", "are given with an approval only"));
            }
            return errors;
        }
    }
}
