package org.ccgledger.events.membership;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What can happen to a practice contract's membership of a group, NHS Act 2006 s.14A.
public sealed interface MembershipEvent extends CcgEvent {

    /// `contract` is absent where it was not known, as of those that applied for the group.
    @EventName("ccg.membership.PracticeAdmitted")
    record PracticeAdmitted(
            PracticeCode practice,
            CcgCode ccg,
            @Nullable ContractType contract,
            LocalDate effectiveOn)
            implements MembershipEvent {}

    @EventName("ccg.membership.PracticeTransferred")
    record PracticeTransferred(
            PracticeCode practice, CcgCode fromCcg, CcgCode toCcg, LocalDate effectiveOn)
            implements MembershipEvent {}

    @EventName("ccg.membership.PracticeMembershipEnded")
    record PracticeMembershipEnded(
            PracticeCode practice, CcgCode ccg, EndCause cause, LocalDate effectiveOn)
            implements MembershipEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case PracticeAdmitted e ->
                    Set.of(Tag.practice(e.practice()), Tag.ccg(e.ccg()), Tag.membership(e.ccg()));
            case PracticeTransferred e ->
                    Stream.of(
                                    Tag.practice(e.practice()),
                                    Tag.ccg(e.fromCcg()),
                                    Tag.ccg(e.toCcg()),
                                    Tag.membership(e.fromCcg()),
                                    Tag.membership(e.toCcg()))
                            .collect(Collectors.toUnmodifiableSet());
            case PracticeMembershipEnded e ->
                    Set.of(Tag.practice(e.practice()), Tag.ccg(e.ccg()), Tag.membership(e.ccg()));
        };
    }
}
