package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ccgledger.command.governingbodies.GoverningBodyCommand.AppointGoverningBodyMember;
import org.ccgledger.command.interestregisters.InterestRegisterCommand.PublishRegister;
import org.ccgledger.command.interests.InterestCommand.DeclareInterest;
import org.ccgledger.command.jointcommittees.DraftTerms;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.AgreeToJoin;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.FormJointCommittee;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.ProposeJointCommittee;
import org.ccgledger.command.meetings.MeetingCommand.*;
import org.ccgledger.command.pressure.PressureCommand.RecordResistance;
import org.ccgledger.command.pressure.PressureCommand.ReportPressure;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ClockTime;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.ForumRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.PressureId;
import org.ccgledger.events.Role;
import org.ccgledger.events.governingbodies.Seat;
import org.ccgledger.events.interestregisters.RegisterKind;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.interests.InterestTerms;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.ccgledger.events.meetings.AttendeeCapacity;
import org.ccgledger.events.meetings.AuthorityBasis;
import org.ccgledger.events.meetings.Ruling;
import org.ccgledger.events.meetings.Vote;
import org.ccgledger.events.pressure.PressureDecision;

/// How groups decided together from the order of October 2014 on, as commands.
///
/// That groups formed joint committees among themselves is known, which ones is not. So there are
/// twelve by rule: the groups that act jointly, in code order within their area teams, first five
/// of them and then two at a time. In the first a majority may bind, and does so against one
/// member's vote; a group that is pressed to join another reports it, and resists. The first member
/// of each has a governing body with a register of interests, and a meeting at which a member with
/// an interest stands aside.
final class DecidingTogetherScript {

    private static final int COMMITTEES = 12;
    private static final int MEMBERS = 2;
    private static final int MEMBERS_OF_MAJORITY = 5;
    private static final LocalDate APPOINTED_ON = LocalDate.of(2014, 4, 1);
    private static final LocalDate AWARE_ON = LocalDate.of(2014, 11, 3);
    private static final LocalDate DECLARED_ON = LocalDate.of(2014, 11, 10);
    private static final LocalDate PUBLISHED_ON = LocalDate.of(2014, 12, 1);
    private static final LocalDate MET_ON = LocalDate.of(2014, 12, 9);
    private static final LocalDate PRESSED_ON = LocalDate.of(2015, 1, 28);
    private static final LocalDate PROPOSED_ON = LocalDate.of(2015, 2, 2);
    private static final LocalDate RESISTED_ON = LocalDate.of(2015, 2, 4);
    private static final LocalDate AGREED_ON = LocalDate.of(2015, 2, 9);
    private static final LocalDate FORMED_ON = LocalDate.of(2015, 2, 16);
    private static final LocalDate JOINTLY_ON = LocalDate.of(2015, 3, 24);

    private static final String ACT = "NHS Act 2006";
    private static final ClockTime TWO = new ClockTime("14:00");
    private static final ItemId ITEM = new ItemId("1");
    private static final DocRef MINUTES = DocRef.titled("Minutes");
    private static final BodyRef PROVIDER = new BodyRef("PROVIDER/SYN-PROVIDER");
    private static final FunctionCode SERVICE = new FunctionCode("urgent-care");
    private static final Provenance BY_RULE =
            Provenance.assumed("a dozen joint committees among groups that act jointly");
    private static final Provenance SYNTHETIC =
            Provenance.synthetic("people, interests and votes stand in for those not recorded");

    private final EnglandPlan plan;
    private final Script script;
    private final Set<String> joint;
    private final List<List<PlannedGroup>> committees;

    /// @param joint the groups whose constitutions let them act jointly
    DecidingTogetherScript(EnglandPlan plan, Script script, Set<String> joint) {
        this.plan = plan;
        this.script = script;
        this.joint = joint;
        this.committees = committees(plan, joint);
    }

    void write() {
        for (int i = 0; i < committees.size(); i++) {
            List<PlannedGroup> members = committees.get(i);
            form(members, i == 0);
            governingBody(members.getFirst());
            meetWithConflict(members.getFirst());
        }
        imposeOn(committees.getFirst());
        resist(committees.get(1));
    }

    private static List<List<PlannedGroup>> committees(EnglandPlan plan, Set<String> joint) {
        Map<String, List<PlannedGroup>> byAreaTeam = new LinkedHashMap<>();
        for (PlannedGroup group : plan.groups()) {
            if (joint.contains(group.code()) && group.direction().isEmpty()) {
                byAreaTeam
                        .computeIfAbsent(group.ccg().areaTeam().ods(), _ -> new ArrayList<>())
                        .add(group);
            }
        }
        List<List<PlannedGroup>> committees = new ArrayList<>();
        for (List<PlannedGroup> groups : byAreaTeam.values()) {
            int from = 0;
            while (committees.size() < COMMITTEES
                    && from + members(committees.isEmpty()) <= groups.size()) {
                int to = from + members(committees.isEmpty());
                committees.add(groups.subList(from, to));
                from = to;
            }
        }
        if (committees.size() < COMMITTEES) {
            throw new IllegalStateException(
                    "Only " + committees.size() + " joint committees can be formed");
        }
        return committees;
    }

    private static int members(boolean isFirst) {
        return isFirst ? MEMBERS_OF_MAJORITY : MEMBERS;
    }

    private static JointCommitteeId committee(List<PlannedGroup> members) {
        return new JointCommitteeId("urgent-care-" + members.getFirst().code());
    }

    private void form(List<PlannedGroup> members, boolean byMajority) {
        JointCommitteeId committee = committee(members);
        String lane = committee.value();
        Actor first = EnglandScript.accountableOfficer(members.getFirst());
        jointly(lane, first, PROPOSED_ON)
                .sends(
                        new ProposeJointCommittee(
                                committee,
                                "Joint committee for urgent care, led by "
                                        + members.getFirst().ccg().name(),
                                JointPower.S14Z3,
                                members.stream().map(PlannedGroup::body).toList(),
                                terms(byMajority)),
                        lane);
        for (PlannedGroup group : members) {
            jointly(lane, EnglandScript.accountableOfficer(group), AGREED_ON)
                    .sends(new AgreeToJoin(committee, group.ods(), 1, MINUTES, null), group.code());
        }
        jointly(lane, first, FORMED_ON).sends(new FormJointCommittee(committee), lane);
    }

    private static DraftTerms terms(boolean byMajority) {
        return new DraftTerms(
                List.of(SERVICE),
                byMajority ? JointVotingRule.MAJORITY : JointVotingRule.UNANIMITY,
                null,
                byMajority,
                2,
                180,
                "Elected by the members",
                List.of(),
                "Mediation",
                "Each member for its own functions",
                null);
    }

    /// All vote for it but the last, which is bound by the majority to which it had agreed.
    private void imposeOn(List<PlannedGroup> members) {
        JointCommitteeId committee = committee(members);
        Map<PersonId, Vote> votes = new LinkedHashMap<>();
        Map<PersonId, BodyRef> bodies = new LinkedHashMap<>();
        for (PlannedGroup group : members) {
            PersonId member = Script.person("joint-committee-member", group.body());
            votes.put(member, group.equals(members.getLast()) ? Vote.AGAINST : Vote.FOR);
            bodies.put(member, group.body());
        }
        new Held(
                        new MeetingId(committee + "-2015-03"),
                        ForumRef.jointCommittee(committee),
                        JOINTLY_ON,
                        members.getFirst().body(),
                        bodies)
                .decides("One service for urgent care", AuthorityBasis.JOINT_SCOPE, List.of())
                .votes(votes);
    }

    /// What a group reported that was pressed, and what it decided then.
    PressureId pressure() {
        return pressure(pressed(committees.get(1)));
    }

    private static PressureId pressure(PlannedGroup pressed) {
        return new PressureId(pressed.code() + "-pressure-1");
    }

    private PlannedGroup pressed(List<PlannedGroup> members) {
        String areaTeam = members.getFirst().ccg().areaTeam().ods();
        return plan.groups().stream()
                .filter(group -> group.ccg().areaTeam().ods().equals(areaTeam))
                .filter(group -> !joint.contains(group.code()))
                .findFirst()
                .orElseThrow();
    }

    /// The area team presses a neighbour to join what the others form.
    private void resist(List<PlannedGroup> members) {
        PlannedGroup pressed = pressed(members);
        String areaTeam = pressed.ccg().areaTeam().ods();
        PressureId pressure = pressure(pressed);
        script.by(pressed.code(), EnglandScript.accountableOfficer(pressed), PRESSED_ON)
                .under(ACT, "s.3")
                .knownFrom(SYNTHETIC)
                .sends(
                        new ReportPressure(
                                pressure,
                                pressed.ods(),
                                new BodyRef("AREA_TEAM/" + areaTeam),
                                null,
                                "Joining a joint committee for urgent care",
                                "Synthetic: the area team asks the group to join what its neighbours form."),
                        pressure.value());
        script.by(pressed.code(), EnglandScript.accountableOfficer(pressed), RESISTED_ON)
                .under(ACT, "s.3")
                .because("The group decides on urgent care by itself.")
                .knownFrom(SYNTHETIC)
                .sends(
                        new RecordResistance(pressure, pressed.ods(), PressureDecision.RESISTED),
                        pressure.value());
    }

    private void governingBody(PlannedGroup group) {
        seats(group)
                .forEach((seat, person) ->
                        script.by(group.code(), chair(group), APPOINTED_ON)
                                .under(ACT, "s.14L")
                                .knownFrom(SYNTHETIC)
                                .sends(
                                        new AppointGoverningBodyMember(
                                                group.ods(),
                                                person,
                                                null,
                                                seat,
                                                Period.from(APPOINTED_ON),
                                                List.of()),
                                        seat.name()));
        PersonId practitioner = person(group, Seat.GENERAL_PRACTITIONER);
        script.by(
                        group.code(),
                        new Actor(practitioner.value(), Role.DECLARANT, group.body(), null),
                        DECLARED_ON)
                .under(ACT, "s.14O")
                .knownFrom(SYNTHETIC)
                .sends(
                        new DeclareInterest(
                                interest(group),
                                practitioner,
                                group.ods(),
                                null,
                                DeclarantClass.GOVERNING_BODY_MEMBER,
                                null,
                                true,
                                new InterestTerms(
                                        InterestCategory.FINANCIAL,
                                        false,
                                        null,
                                        PROVIDER,
                                        null,
                                        new PersonalText(
                                                practitioner, "Synthetic: shares in a provider."),
                                        AWARE_ON,
                                        null,
                                        null),
                                AWARE_ON,
                                true,
                                null),
                        "shares");
        script.by(group.code(), EnglandScript.governanceLead(group), PUBLISHED_ON)
                .under(ACT, "s.14O")
                .knownFrom(SYNTHETIC)
                .sends(
                        new PublishRegister(group.ods(), RegisterKind.INTERESTS, PUBLISHED_ON),
                        "register");
    }

    /// The practitioner says what the register says, is excluded, and the others decide.
    private void meetWithConflict(PlannedGroup group) {
        PersonId practitioner = person(group, Seat.GENERAL_PRACTITIONER);
        Map<PersonId, Vote> votes = new LinkedHashMap<>();
        seats(group).values().stream()
                .filter(person -> !person.equals(practitioner))
                .forEach(person -> votes.put(person, Vote.FOR));
        Map<PersonId, BodyRef> present = new LinkedHashMap<>();
        seats(group).values().forEach(person -> present.put(person, group.body()));
        Held meeting =
                new Held(
                        new MeetingId(group.code() + "-governing-body-2014-12"),
                        ForumRef.governingBody(group.ods()),
                        MET_ON,
                        group.body(),
                        present);
        meeting.decides("Contract for urgent care", AuthorityBasis.OWN_FUNCTION, List.of(PROVIDER))
                .standsAside(practitioner, interest(group))
                .votes(votes);
    }

    /// A meeting that decides on one item.
    private final class Held {
        private final MeetingId meeting;
        private final ForumRef forum;
        private final LocalDate on;
        private final BodyRef body;
        private final Map<PersonId, BodyRef> present;

        private Held(
                MeetingId meeting,
                ForumRef forum,
                LocalDate on,
                BodyRef body,
                Map<PersonId, BodyRef> present) {
            this.meeting = meeting;
            this.forum = forum;
            this.on = on;
            this.body = body;
            this.present = present;
        }

        private Script.Line by(Actor actor) {
            return script.by(meeting.value(), actor, on)
                    .under(ACT, isJoint() ? "s.14Z3" : "s.3")
                    .knownFrom(SYNTHETIC);
        }

        private boolean isJoint() {
            return forum.kind() == ForumRef.Kind.JOINT_COMMITTEE;
        }

        private Actor secretary() {
            return Script.office("secretary", Role.COMMITTEE_SECRETARY, body);
        }

        private Actor presiding() {
            return new Actor(
                    present.keySet().iterator().next().value(), Role.COMMITTEE_CHAIR, body, null);
        }

        private Held decides(String title, AuthorityBasis basis, List<BodyRef> concerns) {
            by(secretary()).sends(new ScheduleMeeting(meeting, forum, on, TWO, true), "schedule");
            by(secretary()).sends(new OpenMeeting(meeting), "open");
            present.forEach((person, represented) ->
                    by(secretary())
                            .sends(
                                    new RecordAttendance(
                                            meeting,
                                            person,
                                            AttendeeCapacity.VOTING_MEMBER,
                                            isJoint() ? represented : null,
                                            TWO,
                                            null),
                                    person.value()));
            by(secretary())
                    .sends(
                            new TableItem(
                                    meeting,
                                    ITEM,
                                    title,
                                    SERVICE,
                                    basis,
                                    false,
                                    concerns,
                                    List.of(DocRef.titled("Paper"))),
                            "item");
            by(presiding()).sends(new CallForInterests(meeting, ITEM), "call");
            return this;
        }

        private Held standsAside(PersonId person, InterestId interest) {
            by(new Actor(person.value(), Role.COMMITTEE_MEMBER, body, null))
                    .sends(
                            new DeclareInterestAtMeeting(meeting, ITEM, person, interest, null),
                            "interest");
            by(presiding())
                    .sends(
                            new RuleOnInterest(meeting, ITEM, person, interest, Ruling.EXCLUDE),
                            "ruling");
            return this;
        }

        private void votes(Map<PersonId, Vote> votes) {
            by(presiding()).sends(new OpenVoting(meeting, ITEM), "voting");
            votes.forEach((person, vote) ->
                    by(new Actor(
                                    person.value(),
                                    Role.COMMITTEE_MEMBER,
                                    Objects.requireNonNull(present.get(person)),
                                    null))
                            .sends(new CastVote(meeting, ITEM, person, vote), person.value()));
            by(presiding()).sends(new CloseVoting(meeting, ITEM, null), "close voting");
            by(presiding()).sends(new CloseMeeting(meeting), "close");
        }
    }

    private static Map<Seat, PersonId> seats(PlannedGroup group) {
        Map<Seat, PersonId> seats = new EnumMap<>(Seat.class);
        for (Seat seat :
                List.of(
                        Seat.CHAIR,
                        Seat.CHIEF_FINANCE_OFFICER,
                        Seat.REGISTERED_NURSE,
                        Seat.SECONDARY_CARE_SPECIALIST,
                        Seat.LAY_AUDIT,
                        Seat.LAY_AREA,
                        Seat.GENERAL_PRACTITIONER)) {
            seats.put(seat, person(group, seat));
        }
        return seats;
    }

    private Script.Line jointly(String lane, Actor actor, LocalDate on) {
        return script.by(lane, actor, on).under(ACT, "s.14Z3").knownFrom(BY_RULE);
    }

    private static PersonId person(PlannedGroup group, Seat seat) {
        return Script.person("governing-body-" + seat, group.body());
    }

    private static InterestId interest(PlannedGroup group) {
        return new InterestId(Script.uuid("interest:" + group.code()).toString());
    }

    private static Actor chair(PlannedGroup group) {
        return Script.office("governing-body-chair", Role.GOVERNING_BODY_CHAIR, group.body());
    }
}
