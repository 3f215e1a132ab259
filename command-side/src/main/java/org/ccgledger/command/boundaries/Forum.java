package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.AppointmentId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Tag;
import org.ccgledger.events.governingbodies.GoverningBodyEvent;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointTerms;

/// A body that meets and decides, as it is made up on a day.
public sealed interface Forum {

    /// The bodies whose people act in it, and in what is left of it.
    Set<BodyRef> parties();

    /// Of one group. Its members vote by themselves.
    record GoverningBody(CcgCode ccg, Set<PersonId> members) implements Forum {
        @Override
        public Set<BodyRef> parties() {
            return Set.of(BodyRef.ccg(ccg));
        }
    }

    /// Of several bodies, each with one vote.
    ///
    /// @param parties all that were ever members
    /// @param members that are not suspended, with the terms that each has itself agreed to
    /// @param standing the terms that took effect last
    record JointCommittee(
            JointPower power,
            Set<BodyRef> parties,
            Map<BodyRef, JointTerms> members,
            JointTerms standing)
            implements Forum {}

    /// Of one group, by terms of its own. Its voting members vote by themselves.
    record OwnCommittee(Committee committee, Set<PersonId> members) implements Forum {
        @Override
        public Set<BodyRef> parties() {
            return Set.of(BodyRef.ccg(committee.ccg()));
        }
    }

    /// The forum on a day, if it exists by then.
    static Optional<Forum> at(ForumRef ref, LocalDate on, Reads reads) {
        return switch (ref.kind()) {
            case GOVERNING_BODY ->
                    ref.governed()
                            .filter(ccg -> Groups.isEstablished(ccg, on, reads))
                            .map(ccg -> new GoverningBody(ccg, sitting(ccg, on, reads)));
            case JOINT_COMMITTEE -> joint(new JointCommitteeId(ref.code()), on, reads);
            case COMMITTEE ->
                    Committees.find(new CommitteeId(ref.code()), on, reads)
                            .map(committee -> new OwnCommittee(committee, voters(committee, on)));
        };
    }

    private static Set<PersonId> voters(Committee committee, LocalDate on) {
        return committee.voters(on).stream()
                .map(Committee.Member::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<PersonId> sitting(CcgCode ccg, LocalDate on, Reads reads) {
        Map<AppointmentId, Seated> seats = new LinkedHashMap<>();
        for (GoverningBodyEvent event : reads.tagged(Tag.ccg(ccg), GoverningBodyEvent.class)) {
            switch (event) {
                case GoverningBodyMemberAppointed e ->
                        seats.put(e.appointment(), new Seated(e.person(), e.term()));
                case AppointmentEnded e ->
                        seats.computeIfPresent(
                                e.appointment(), (_, seated) -> seated.ending(e.lastDay()));
                case GoverningBodyCompositionBreached _ -> {}
            }
        }
        return seats.values().stream()
                .filter(seated -> seated.term().contains(on))
                .map(Seated::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Who holds a seat of a governing body, and for how long.
    record Seated(PersonId person, Period term) {
        private Seated ending(LocalDate lastDay) {
            return new Seated(person, new Period(term.from(), lastDay));
        }
    }

    private static Optional<Forum> joint(JointCommitteeId id, LocalDate on, Reads reads) {
        return JointCommittees.find(id, on, reads)
                .map(joint ->
                        new JointCommittee(
                                joint.power(), joint.parties(), joint.active(), joint.terms()));
    }
}
