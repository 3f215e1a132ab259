package org.ccgledger.command.membership;

import java.time.LocalDate;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.membership.EndCause;
import org.ccgledger.events.membership.MembershipEvent;
import org.ccgledger.events.membership.MembershipEvent.PracticeAdmitted;
import org.ccgledger.events.membership.MembershipEvent.PracticeMembershipEnded;
import org.ccgledger.events.membership.MembershipEvent.PracticeTransferred;

/// Where a practice contract stands after all that was decided on it.
///
/// Decisions of one stream follow one another in their dates, so the last one tells how it stands
/// from its day on.
sealed interface Membership {

    record NotMember() implements Membership {}

    /// A member, as admitted.
    record Admitted(CcgCode ccg, LocalDate since) implements Membership {}

    /// A member that another group had before.
    record Transferred(CcgCode fromCcg, CcgCode ccg, LocalDate since) implements Membership {}

    record Ended(CcgCode ccg, EndCause cause) implements Membership {}

    default Membership evolve(MembershipEvent event) {
        return switch (event) {
            case PracticeAdmitted e -> new Admitted(e.ccg(), e.effectiveOn());
            case PracticeTransferred e -> new Transferred(e.fromCcg(), e.toCcg(), e.effectiveOn());
            case PracticeMembershipEnded e -> new Ended(e.ccg(), e.cause());
        };
    }

    default boolean isOf(CcgCode ccg) {
        return switch (this) {
            case Admitted member -> member.ccg().equals(ccg);
            case Transferred member -> member.ccg().equals(ccg);
            case NotMember _, Ended _ -> false;
        };
    }

    default boolean isOf(CcgCode ccg, LocalDate on) {
        return switch (this) {
            case Admitted(_, var since) -> isOf(ccg) && !on.isBefore(since);
            case Transferred(_, _, var since) -> isOf(ccg) && !on.isBefore(since);
            case NotMember _, Ended _ -> false;
        };
    }
}
