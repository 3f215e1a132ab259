package org.ccgledger.events.committees;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CommitteeAppointmentId;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.EventName;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.SeatCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.governingbodies.AppointmentEndCause;
import org.jspecify.annotations.Nullable;

/// What can happen to a committee of one group, in the order a reader meets it.
///
/// Terms have versions, counted from 1, those with which the committee was established.
public sealed interface CommitteeEvent extends CcgEvent {

    @EventName("ccg.committees.CommitteeEstablished")
    record CommitteeEstablished(
            CommitteeId committee,
            CcgCode ccg,
            CommitteeKind kind,
            String name,
            CommitteeTerms terms,
            LocalDate effectiveOn)
            implements CommitteeEvent {}

    @EventName("ccg.committees.TermsAmended")
    record TermsAmended(
            CommitteeId committee,
            CcgCode ccg,
            int termsVersion,
            CommitteeTerms terms,
            LocalDate effectiveOn)
            implements CommitteeEvent {}

    /// `representing` is the body for which the person sits, mostly the group itself; `term` are
    /// the days of membership.
    @EventName("ccg.committees.CommitteeMemberAppointed")
    record CommitteeMemberAppointed(
            CommitteeId committee,
            CcgCode ccg,
            CommitteeAppointmentId appointment,
            PersonId person,
            @Nullable PersonalText name,
            SeatCode seat,
            boolean voting,
            BodyRef representing,
            Period term,
            LocalDate effectiveOn)
            implements CommitteeEvent {}

    /// A person left a committee; `lastDay` is the last day of membership.
    @EventName(value = "ccg.committees.CommitteeAppointmentEnded", fact = true)
    record CommitteeAppointmentEnded(
            CommitteeId committee,
            CcgCode ccg,
            CommitteeAppointmentId appointment,
            PersonId person,
            SeatCode seat,
            LocalDate lastDay,
            AppointmentEndCause cause,
            LocalDate effectiveOn)
            implements CommitteeEvent {}

    /// From the day on it decides nothing; `convertedInto` takes its place if it sat in common with
    /// committees of other groups.
    @EventName("ccg.committees.CommitteeDisbanded")
    record CommitteeDisbanded(
            CommitteeId committee,
            CcgCode ccg,
            @Nullable JointCommitteeId convertedInto,
            LocalDate effectiveOn)
            implements CommitteeEvent {}

    CommitteeId committee();

    CcgCode ccg();

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case CommitteeEstablished e -> Set.of(Tag.committee(e.committee()), Tag.ccg(e.ccg()));
            case TermsAmended e -> Set.of(Tag.committee(e.committee()), Tag.ccg(e.ccg()));
            case CommitteeMemberAppointed e ->
                    Set.of(Tag.committee(e.committee()), Tag.ccg(e.ccg()), Tag.person(e.person()));
            case CommitteeAppointmentEnded e ->
                    Set.of(Tag.committee(e.committee()), Tag.ccg(e.ccg()), Tag.person(e.person()));
            case CommitteeDisbanded e -> Set.of(Tag.committee(e.committee()), Tag.ccg(e.ccg()));
        };
    }
}
