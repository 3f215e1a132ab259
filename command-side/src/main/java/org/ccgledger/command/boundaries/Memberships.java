package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.membership.MembershipEvent;
import org.ccgledger.events.membership.MembershipEvent.PracticeAdmitted;
import org.ccgledger.events.membership.MembershipEvent.PracticeMembershipEnded;
import org.ccgledger.events.membership.MembershipEvent.PracticeTransferred;

/// The practices that make up a group, day by day.
public final class Memberships {

    private Memberships() {}

    /// Whether the practice is a member of the group on that day.
    public static boolean isMember(PracticeCode practice, CcgCode ccg, LocalDate on, Reads reads) {
        return membersOn(on, ccg, reads.tagged(Tag.practice(practice), MembershipEvent.class))
                .contains(practice);
    }

    /// The practices that are members of the group on that day.
    public static Set<PracticeCode> of(CcgCode ccg, LocalDate on, Reads reads) {
        return membersOn(on, ccg, reads.tagged(Tag.membership(ccg), MembershipEvent.class));
    }

    /// How many members the group has beside the practice given, on the day when it has the fewest
    /// from `on` onwards. What was decided ahead counts from its own day.
    public static int fewestBeside(PracticeCode practice, CcgCode ccg, LocalDate on, Reads reads) {
        List<MembershipEvent> events = reads.tagged(Tag.membership(ccg), MembershipEvent.class);
        return Stream.concat(
                        Stream.of(on),
                        events.stream().map(MembershipEvent::effectiveOn).filter(on::isBefore))
                .distinct()
                .map(day -> membersOn(day, ccg, events))
                .mapToInt(members -> members.size() - (members.contains(practice) ? 1 : 0))
                .min()
                .orElseThrow();
    }

    private static Set<PracticeCode> membersOn(
            LocalDate day, CcgCode ccg, List<MembershipEvent> events) {
        Set<PracticeCode> members = new HashSet<>();
        events.stream()
                .filter(event -> !event.effectiveOn().isAfter(day))
                .forEach(event -> evolve(members, ccg, event));
        return members;
    }

    private static void evolve(Set<PracticeCode> members, CcgCode ccg, MembershipEvent event) {
        switch (event) {
            case PracticeAdmitted admitted when admitted.ccg().equals(ccg) ->
                    members.add(admitted.practice());
            case PracticeAdmitted admitted -> members.remove(admitted.practice());
            case PracticeTransferred moved when moved.toCcg().equals(ccg) ->
                    members.add(moved.practice());
            case PracticeTransferred moved -> members.remove(moved.practice());
            case PracticeMembershipEnded ended -> members.remove(ended.practice());
        }
    }
}
