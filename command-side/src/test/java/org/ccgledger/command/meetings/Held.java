package org.ccgledger.command.meetings;

import static org.ccgledger.command.authorisation.Applications.THURROCK;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.directions.Directed;
import org.ccgledger.events.AppointmentId;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.ClockTime;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.GoverningBodyMemberAppointed;
import org.ccgledger.events.governingbodies.Seat;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.interests.InterestEvent.InterestDeclared;
import org.ccgledger.events.interests.InterestTerms;
import org.ccgledger.events.meetings.AttendeeCapacity;
import org.ccgledger.events.meetings.AuthorityBasis;
import org.ccgledger.events.meetings.MeetingEvent.*;
import org.ccgledger.events.meetings.Ruling;
import org.ccgledger.events.meetings.Vote;
import org.jspecify.annotations.Nullable;

/// A governing body of five, a meeting of it, and an item that concerns a provider, for tests.
final class Held {

    static final BodyRef GROUP = BodyRef.ccg(THURROCK);
    static final ForumRef FORUM = ForumRef.governingBody(THURROCK);
    static final PersonId CHAIR = person(1);
    static final PersonId DEPUTY = person(2);
    static final PersonId GP = person(3);
    static final PersonId LAY = person(4);
    static final PersonId NURSE = person(5);
    static final PersonId STRANGER = person(9);
    static final MeetingId FEBRUARY = new MeetingId("thurrock-2015-02");
    static final MeetingId MARCH = new MeetingId("thurrock-2015-03");
    static final ItemId ITEM = new ItemId("4.1");
    static final FunctionCode URGENT = new FunctionCode("urgent-care");
    static final BodyRef PROVIDER = new BodyRef("PROVIDER/NQ101");
    static final PracticeCode SURGERY = new PracticeCode("F81001");
    static final InterestId SHARES = new InterestId("3c1f7a90-55d2-4e1b-8b64-0a9d7e2c4f18");
    static final InterestId OTHER = new InterestId("a7d2e9b1-0f43-4c86-9a5d-6e1b8c3f7024");
    static final Authority AUTHORITY = Authority.of("NHS Act 2006", "s.14C");
    static final String TITLE = "Contract for urgent care";
    static final LocalDate CALLED_ON = LocalDate.of(2015, 2, 3);
    static final LocalDate DAY = LocalDate.of(2015, 2, 24);
    static final ClockTime TWO = new ClockTime("14:00");
    static final DocRef MINUTES = DocRef.titled("Minutes");

    private Held() {}

    static PersonId person(int number) {
        return new PersonId("6f9d4a52-0c1b-4b7e-9a51-%012d".formatted(number));
    }

    static Specification spec(PersonId actor, Role role) {
        return Specification.of(MeetingDecider.DECIDER)
                .by(actor.value(), role, GROUP)
                .on(DAY)
                .given(body());
    }

    static Specification chair() {
        return spec(CHAIR, Role.COMMITTEE_CHAIR);
    }

    static Specification deputy() {
        return spec(DEPUTY, Role.COMMITTEE_CHAIR);
    }

    static Specification secretary() {
        return spec(STRANGER, Role.COMMITTEE_SECRETARY);
    }

    static Specification member(PersonId person) {
        return spec(person, Role.COMMITTEE_MEMBER);
    }

    static List<CcgEvent> body() {
        List<CcgEvent> events = new ArrayList<>();
        events.add(Directed.established(THURROCK));
        List<Seat> seats =
                List.of(
                        Seat.CHAIR,
                        Seat.DEPUTY_CHAIR,
                        Seat.GENERAL_PRACTITIONER,
                        Seat.LAY_AUDIT,
                        Seat.REGISTERED_NURSE);
        for (int i = 0; i < seats.size(); i++) {
            events.add(
                    new GoverningBodyMemberAppointed(
                            THURROCK,
                            new AppointmentId(THURROCK + "-A" + (i + 1)),
                            person(i + 1),
                            null,
                            seats.get(i),
                            Period.from(Directed.GO_LIVE),
                            List.of(),
                            Directed.GO_LIVE));
        }
        return events;
    }

    static MeetingScheduled scheduled(MeetingId meeting) {
        return new MeetingScheduled(meeting, FORUM, DAY, TWO, true, CALLED_ON);
    }

    static MeetingScheduled scheduled() {
        return scheduled(FEBRUARY);
    }

    static MeetingOpened opened(MeetingId meeting) {
        return new MeetingOpened(
                meeting, FORUM, List.of(CHAIR, DEPUTY, GP, LAY, NURSE), List.of(), DAY);
    }

    static AttendanceRecorded attended(MeetingId meeting, PersonId person) {
        return new AttendanceRecorded(
                meeting, FORUM, person, AttendeeCapacity.VOTING_MEMBER, null, TWO, null, DAY);
    }

    static AttendanceRecorded left(PersonId person) {
        return new AttendanceRecorded(
                FEBRUARY,
                FORUM,
                person,
                AttendeeCapacity.VOTING_MEMBER,
                null,
                TWO,
                new ClockTime("15:30"),
                DAY);
    }

    static ItemTabled tabled(ItemId item, BodyRef... concerns) {
        return new ItemTabled(
                FEBRUARY,
                FORUM,
                item,
                TITLE,
                URGENT,
                AuthorityBasis.OWN_FUNCTION,
                AUTHORITY,
                false,
                List.of(concerns),
                List.of(),
                CALLED_ON);
    }

    static InterestsCalled called() {
        return new InterestsCalled(FEBRUARY, FORUM, ITEM, DAY);
    }

    static InterestDeclaredAtMeeting declaredThere(PersonId person, InterestId interest) {
        return new InterestDeclaredAtMeeting(FEBRUARY, FORUM, ITEM, person, interest, null, DAY);
    }

    static InterestRuled ruled(PersonId person, InterestId interest, Ruling ruling) {
        return new InterestRuled(
                FEBRUARY, FORUM, ITEM, person, interest, InterestCategory.FINANCIAL, ruling, DAY);
    }

    static VotingOpened votingOpened() {
        return new VotingOpened(FEBRUARY, FORUM, ITEM, List.of(), 3, List.of(), DAY);
    }

    static VoteCast voted(PersonId person, Vote vote) {
        return new VoteCast(FEBRUARY, FORUM, ITEM, person, null, vote, DAY);
    }

    /// The meeting is open, and those given are there.
    static List<CcgEvent> sitting(MeetingId meeting, PersonId... present) {
        List<CcgEvent> events = new ArrayList<>();
        events.add(scheduled(meeting));
        events.add(opened(meeting));
        for (PersonId person : present) {
            events.add(attended(meeting, person));
        }
        return events;
    }

    /// The item is before the meeting and interests in it were called for.
    static List<CcgEvent> before(PersonId... present) {
        List<CcgEvent> events = new ArrayList<>(sitting(FEBRUARY, present));
        events.add(tabled(ITEM, PROVIDER));
        events.add(called());
        return events;
    }

    static List<CcgEvent> voting(PersonId... present) {
        List<CcgEvent> events = new ArrayList<>(before(present));
        events.add(votingOpened());
        return events;
    }

    static InterestTerms terms(InterestCategory category, @Nullable BodyRef organisation) {
        return new InterestTerms(
                category,
                false,
                null,
                organisation,
                null,
                new PersonalText(GP, null),
                LocalDate.of(2014, 6, 1),
                null,
                null);
    }

    static InterestDeclared declared(
            PersonId person,
            InterestId interest,
            InterestTerms terms,
            @Nullable PracticeCode practice,
            LocalDate on) {
        return new InterestDeclared(
                interest,
                person,
                THURROCK,
                null,
                DeclarantClass.GOVERNING_BODY_MEMBER,
                practice,
                true,
                terms,
                LocalDate.of(2014, 6, 1),
                true,
                null,
                on);
    }

    /// A financial interest in the provider that the item concerns, since June 2014.
    static InterestDeclared shares(PersonId person, LocalDate on) {
        return declared(person, SHARES, terms(InterestCategory.FINANCIAL, PROVIDER), null, on);
    }

    static InterestDeclared shares() {
        return shares(GP, LocalDate.of(2014, 6, 10));
    }
}
