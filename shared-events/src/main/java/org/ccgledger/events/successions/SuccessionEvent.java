package org.ccgledger.events.successions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.MergerId;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What happens when groups come together, or cease to exist.
public sealed interface SuccessionEvent extends CcgEvent {

    /// NHS Act 2006 s.14G: one of the groups applies, and agrees thereby.
    @EventName("ccg.successions.MergerApplied")
    record MergerApplied(
            MergerId merger,
            CcgCode ccg,
            MergerTerms terms,
            List<AddressedFactor> factors,
            LocalDate effectiveOn)
            implements SuccessionEvent {}

    /// `takesEffectOn` is a 1 April.
    @EventName("ccg.successions.MergerApproved")
    record MergerApproved(
            MergerId merger, MergerTerms terms, LocalDate takesEffectOn, LocalDate effectiveOn)
            implements SuccessionEvent {}

    @EventName("ccg.successions.MergerRefused")
    record MergerRefused(MergerId merger, MergerTerms terms, LocalDate effectiveOn)
            implements SuccessionEvent {}

    /// Groups are no more from the day on which it takes effect. Whatever was open has a line that
    /// says what becomes of it.
    sealed interface CessationEvent extends SuccessionEvent {

        /// The groups that cease to exist.
        List<CcgCode> ceased();

        /// The bodies that take their place, none where nobody does.
        List<BodyRef> successors();

        List<Settlement> settlements();

        /// The lines about things of one kind.
        default List<Settlement> settlementsOf(MatterKind kind) {
            return settlements().stream().filter(line -> line.kind() == kind).toList();
        }
    }

    /// NHS Act 2006 s.14G: the groups are dissolved and `to` takes their place, established by this
    /// with its constitution, their area and their members.
    ///
    /// @param ons absent where it was not known
    @EventName("ccg.successions.CCGMerged")
    record CCGMerged(
            MergerId merger,
            List<CcgCode> from,
            CcgCode to,
            @Nullable OnsCode ons,
            AreaTeamCode areaTeam,
            List<AreaCode> area,
            MergerTerms terms,
            List<Settlement> settlements,
            LocalDate effectiveOn)
            implements CessationEvent {
        @Override
        public List<CcgCode> ceased() {
            return from;
        }

        @Override
        public List<BodyRef> successors() {
            return List.of(BodyRef.ccg(to));
        }
    }

    /// NHS Act 2006 s.14H or s.14Z21: the Board dissolves a group.
    ///
    /// @param to groups that take its place
    @EventName("ccg.successions.CCGDissolved")
    record CCGDissolved(
            CcgCode ccg, List<CcgCode> to, List<Settlement> settlements, LocalDate effectiveOn)
            implements CessationEvent {
        @Override
        public List<CcgCode> ceased() {
            return List.of(ccg);
        }

        @Override
        public List<BodyRef> successors() {
            return to.stream().map(BodyRef::ccg).toList();
        }
    }

    /// Health and Care Act 2022: the group gives way to an integrated care board.
    @EventName("ccg.successions.CCGAbolished")
    record CCGAbolished(
            CcgCode ccg, BodyRef icb, List<Settlement> settlements, LocalDate effectiveOn)
            implements CessationEvent {
        @Override
        public List<CcgCode> ceased() {
            return List.of(ccg);
        }

        @Override
        public List<BodyRef> successors() {
            return List.of(icb);
        }
    }

    /// A cessation is found under the codes of the groups that cease and of those that follow.
    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case MergerApplied e -> Set.of(Tag.ccg(e.ccg()));
            case MergerApproved e -> ofGroups(e.terms().ccgs());
            case MergerRefused e -> ofGroups(e.terms().ccgs());
            case CCGMerged e -> {
                Set<Tag> tags = existence(e);
                e.area().forEach(area -> tags.add(Tag.area(area)));
                yield Set.copyOf(tags);
            }
            case CCGDissolved e -> Set.copyOf(existence(e));
            case CCGAbolished e -> Set.copyOf(existence(e));
        };
    }

    private static Set<Tag> existence(CessationEvent event) {
        List<CcgCode> groups = new ArrayList<>(event.ceased());
        event.successors().forEach(body -> body.asCcg().ifPresent(groups::add));
        Set<Tag> tags = new HashSet<>(ofGroups(groups));
        groups.forEach(ccg -> tags.add(Tag.code(ccg)));
        event.successors().forEach(body -> tags.add(Tag.body(body)));
        return tags;
    }

    private static Set<Tag> ofGroups(List<CcgCode> groups) {
        Set<Tag> tags = new HashSet<>();
        groups.forEach(ccg -> tags.add(Tag.ccg(ccg)));
        return tags;
    }
}
