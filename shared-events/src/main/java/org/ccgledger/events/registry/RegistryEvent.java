package org.ccgledger.events.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Source;
import org.ccgledger.events.Tag;
import org.ccgledger.events.VariationId;
import org.jspecify.annotations.Nullable;

/// What the register of groups holds: that a group exists, and what it is.
public sealed interface RegistryEvent extends CcgEvent {

    /// NHS Act 2006 s.14D.
    @EventName("ccg.registry.CCGEstablished")
    record CCGEstablished(
            CcgCode ccg,
            OnsCode ons,
            String name,
            AreaTeamCode areaTeam,
            List<AreaCode> area,
            List<PracticeCode> applicants,
            DocRef constitution,
            LocalDate effectiveOn)
            implements RegistryEvent {}

    /// The code is reserved for the group of that name.
    @EventName(value = "ccg.registry.ReferenceCCGImported", fact = true)
    record ReferenceCCGImported(
            CcgCode ccg,
            OnsCode ons,
            String name,
            String areaTeam,
            String region,
            Source source,
            LocalDate effectiveOn)
            implements RegistryEvent {}

    @EventName(value = "ccg.registry.PopulationRecorded", fact = true)
    record PopulationRecorded(
            CcgCode ccg, PopulationBasis basis, int heads, LocalDate asAt, LocalDate effectiveOn)
            implements RegistryEvent {}

    @EventName("ccg.registry.ConstitutionVariationApplied")
    record ConstitutionVariationApplied(
            CcgCode ccg,
            VariationId variation,
            String changes,
            DocRef document,
            DocRef memberApproval,
            LocalDate effectiveOn)
            implements RegistryEvent {}

    /// `version` counts from 1, the constitution at establishment.
    @EventName("ccg.registry.ConstitutionVaried")
    record ConstitutionVaried(
            CcgCode ccg,
            VariationId variation,
            int version,
            DocRef document,
            List<ConstitutionPermission> permits,
            LocalDate effectiveOn)
            implements RegistryEvent {}

    @EventName("ccg.registry.ConstitutionVariationRefused")
    record ConstitutionVariationRefused(CcgCode ccg, VariationId variation, LocalDate effectiveOn)
            implements RegistryEvent {}

    @EventName("ccg.registry.AccountableOfficerAppointed")
    record AccountableOfficerAppointed(
            CcgCode ccg,
            PersonId person,
            @Nullable PersonalText name,
            LocalDate from,
            AppointmentRoute by,
            LocalDate effectiveOn)
            implements RegistryEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case CCGEstablished e ->
                    Stream.of(
                                    Stream.of(Tag.ccg(e.ccg()), Tag.code(e.ccg())),
                                    e.area().stream().map(Tag::area))
                            .flatMap(tags -> tags)
                            .collect(Collectors.toUnmodifiableSet());
            case ReferenceCCGImported e -> Set.of(Tag.ccg(e.ccg()), Tag.code(e.ccg()));
            case PopulationRecorded e -> Set.of(Tag.ccg(e.ccg()));
            case ConstitutionVariationApplied e -> Set.of(Tag.ccg(e.ccg()));
            case ConstitutionVaried e -> Set.of(Tag.ccg(e.ccg()));
            case ConstitutionVariationRefused e -> Set.of(Tag.ccg(e.ccg()));
            case AccountableOfficerAppointed e -> Set.of(Tag.ccg(e.ccg()), Tag.person(e.person()));
        };
    }
}
