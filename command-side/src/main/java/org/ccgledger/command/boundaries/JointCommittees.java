package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointCommitteeDissolved;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointCommitteeFormed;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointMemberAdmitted;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.MemberWithdrew;

/// Who belongs to joint committees.
public final class JointCommittees {

    private static final List<Class<? extends CcgEvent>> JOINING =
            List.of(JointCommitteeFormed.class, JointMemberAdmitted.class);

    private JointCommittees() {}

    /// NHS Act 2006 s.13Z and s.14Z9: whether the group and the Board are members of the committee
    /// on that day.
    public static boolean joinsWithBoard(
            JointCommitteeId committee, CcgCode ccg, LocalDate on, Reads reads) {
        return members(committee, on, reads).containsAll(Set.of(BodyRef.ccg(ccg), BodyRef.BOARD));
    }

    /// Whether there is a committee of which both are on that day.
    public static boolean isJoinedWithBoard(CcgCode ccg, LocalDate on, Reads reads) {
        return reads.tagged(Tag.ccg(ccg), JOINING).stream()
                .map(JointCommitteeEvent.class::cast)
                .map(JointCommitteeEvent::jointCommittee)
                .distinct()
                .anyMatch(committee -> joinsWithBoard(committee, ccg, on, reads));
    }

    private static Set<BodyRef> members(JointCommitteeId committee, LocalDate on, Reads reads) {
        Set<BodyRef> members = new HashSet<>();
        Stream<CcgEvent> known =
                reads.stream(StreamName.jointCommittee(committee)).stream()
                        .filter(event -> !event.effectiveOn().isAfter(on));
        known.forEach(event -> {
            switch (event) {
                case JointCommitteeFormed formed -> members.addAll(formed.members());
                case JointMemberAdmitted admitted -> members.add(admitted.member());
                case MemberWithdrew withdrew -> members.remove(withdrew.member());
                case JointCommitteeDissolved _ -> members.clear();
                case CcgEvent _ -> {}
            }
        });
        return members;
    }
}
