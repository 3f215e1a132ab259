package org.ccgledger.query.jointcommittees;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Joint committees, their terms and their members.
@Component
final class JointCommitteeProjector implements Projector {

    static final String NAME = "joint-committees";

    private static final List<String> COMMITTEE_KEY = List.of("joint_committee");
    private static final List<String> MEMBER_KEY = List.of("joint_committee", "member");
    private static final List<String> TERMS_COLUMNS =
            List.of(
                    "terms_version",
                    "functions",
                    "voting_rule",
                    "percent numeric",
                    "majority_may_bind",
                    "quorum",
                    "notice_days",
                    "chair_rule",
                    "reserved_matters",
                    "dispute_route",
                    "liability",
                    "cost_sharing");
    private static final Timeline COMMITTEE =
            new Timeline("joint_committee", COMMITTEE_KEY, List.of("name", "power", "proposed_by"));
    private static final Timeline STATUS =
            new Timeline(
                    "joint_committee_status", COMMITTEE_KEY, List.of("status", "since", "cause"));
    private static final Timeline TERMS = new Timeline("joint_terms", COMMITTEE_KEY, TERMS_COLUMNS);
    private static final Timeline PROPOSAL =
            new Timeline("joint_terms_proposal", COMMITTEE_KEY, TERMS_COLUMNS);
    private static final Timeline AGREEMENT =
            new Timeline("joint_terms_agreement", MEMBER_KEY, List.of("terms_version"));
    private static final Timeline MEMBER =
            new Timeline("joint_member", MEMBER_KEY, List.of("standing", "since"));
    private static final Timeline MEMBER_TERMS =
            new Timeline("joint_member_terms", MEMBER_KEY, List.of("terms_version"));
    private static final Timeline NOTICE =
            new Timeline("joint_member_notice", MEMBER_KEY, List.of("leaves_on"));
    private static final Timeline RESERVATION =
            new Timeline(
                    "joint_reservation", List.of("joint_committee", "member", "matter"), List.of());

    private static final Timeline SUSPENSION =
            new Timeline("joint_suspension", MEMBER_KEY, List.of("cause", "functions", "since"));
    private static final Timeline CONVERSION =
            new Timeline(
                    "joint_conversion",
                    List.of("joint_committee", "committee"),
                    List.of("ccg", "since"));

    private final QueryDatabase database;

    JointCommitteeProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(JointCommitteeEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((JointCommitteeEvent) event) {
            case JointCommitteeProposed e -> {
                COMMITTEE.from(
                        day, at, database, e.jointCommittee(), e.name(), e.power(), e.proposedBy());
                STATUS.from(day, at, database, e.jointCommittee(), "PROPOSED", day, null);
                terms(TERMS, day, at, e.jointCommittee(), 1, e.terms());
                e.members().forEach(member -> member(e, at, member, "INVITED"));
            }
            case JoinAgreed e -> {
                member(e, at, e.member(), "AGREED");
                MEMBER_TERMS.from(
                        day, at, database, e.jointCommittee(), e.member(), e.termsVersion());
            }
            case JoinDeclined e -> {
                member(e, at, e.member(), "DECLINED");
                MEMBER_TERMS.endsOn(day, at, database, e.jointCommittee(), e.member());
            }
            case JointCommitteeFormed e -> formed(e, at);
            case JointTermsProposed e ->
                    terms(PROPOSAL, day, at, e.jointCommittee(), e.termsVersion(), e.terms());
            case JointTermsAgreed e ->
                    AGREEMENT.from(
                            day, at, database, e.jointCommittee(), e.member(), e.termsVersion());
            case JointTermsVaried e -> {
                terms(TERMS, day, at, e.jointCommittee(), e.termsVersion(), e.terms());
                PROPOSAL.endsOn(day, at, database, e.jointCommittee());
                e.members()
                        .forEach(member ->
                                MEMBER_TERMS.from(
                                        day,
                                        at,
                                        database,
                                        e.jointCommittee(),
                                        member,
                                        e.termsVersion()));
            }
            case MatterReservedToMember e ->
                    RESERVATION.from(day, at, database, e.jointCommittee(), e.member(), e.matter());
            case WithdrawalNoticeGiven e -> {
                member(e, at, e.member(), "NOTICE_GIVEN");
                NOTICE.from(day, at, database, e.jointCommittee(), e.member(), e.leavesOn());
            }
            case MemberWithdrew e -> {
                member(e, at, e.member(), "WITHDRAWN");
                NOTICE.endsOn(day, at, database, e.jointCommittee(), e.member());
            }
            case JointMembershipNovated e -> novated(e, at);
            case JointMemberAdmitted e -> {
                member(e, at, e.member(), "ACTIVE");
                MEMBER_TERMS.from(
                        day, at, database, e.jointCommittee(), e.member(), e.termsVersion());
            }
            case JointCommitteeDissolved e -> dissolved(e, at);
            case MemberSuspended e ->
                    SUSPENSION.from(
                            day,
                            at,
                            database,
                            e.jointCommittee(),
                            e.member(),
                            e.cause(),
                            e.functions(),
                            day);
            case MemberSuspensionLifted e ->
                    SUSPENSION.endsOn(day, at, database, e.jointCommittee(), e.member());
            case CommitteesInCommonConverted e ->
                    e.committees()
                            .forEach(one ->
                                    CONVERSION.from(
                                            day,
                                            at,
                                            database,
                                            e.jointCommittee(),
                                            one.committee(),
                                            one.ccg(),
                                            day));
            case AdmissionAgreed _, ConversionAgreed _, DissolutionAgreed _ -> {}
        }
    }

    private void formed(JointCommitteeFormed e, Recorded at) {
        LocalDate day = e.effectiveOn();
        STATUS.from(day, at, database, e.jointCommittee(), "FORMED", day, null);
        terms(TERMS, day, at, e.jointCommittee(), e.termsVersion(), e.terms());
        PROPOSAL.endsOn(day, at, database, e.jointCommittee());
        e.members().forEach(member -> member(e, at, member, "ACTIVE"));
    }

    /// The successor is bound by the version that bound its predecessor; where it is a member
    /// already nothing changes for it.
    private void novated(JointMembershipNovated e, Recorded at) {
        LocalDate day = e.effectiveOn();
        member(e, at, e.member(), "SUCCEEDED");
        NOTICE.endsOn(day, at, database, e.jointCommittee(), e.member());
        SUSPENSION.endsOn(day, at, database, e.jointCommittee(), e.member());
        if (!isMember(e.jointCommittee(), e.successor(), day)) {
            member(e, at, e.successor(), "ACTIVE");
            version(e.jointCommittee(), e.member(), day)
                    .ifPresent(version ->
                            MEMBER_TERMS.from(
                                    day, at, database, e.jointCommittee(), e.successor(), version));
        }
    }

    private boolean isMember(JointCommitteeId committee, BodyRef member, LocalDate day) {
        return database.sql()
                .sql(
                        "select exists (select from projection.joint_member where joint_committee = ? and member = ?"
                                + " and standing in ('ACTIVE', 'NOTICE_GIVEN') and holds and known_to = ?"
                                + " and eff_from <= ? and eff_to > ?)")
                .params(committee.value(), member.value(), Timeline.OPEN, day, day)
                .query(Boolean.class)
                .single();
    }

    private Optional<Integer> version(JointCommitteeId committee, BodyRef member, LocalDate day) {
        return database.sql()
                .sql(
                        "select terms_version from projection.joint_member_terms where joint_committee = ?"
                                + " and member = ? and holds and known_to = ? and eff_from <= ? and eff_to > ?")
                .params(committee.value(), member.value(), Timeline.OPEN, day, day)
                .query((row, _) -> row.getInt(1))
                .optional();
    }

    private void dissolved(JointCommitteeDissolved e, Recorded at) {
        LocalDate day = e.effectiveOn();
        STATUS.from(day, at, database, e.jointCommittee(), "DISSOLVED", day, e.cause());
        PROPOSAL.endsOn(day, at, database, e.jointCommittee());
        e.members()
                .forEach(member -> {
                    member(e, at, member, "ENDED");
                    NOTICE.endsOn(day, at, database, e.jointCommittee(), member);
                });
    }

    private void member(JointCommitteeEvent event, Recorded at, BodyRef member, String standing) {
        LocalDate day = event.effectiveOn();
        MEMBER.from(day, at, database, event.jointCommittee(), member, standing, day);
    }

    private void terms(
            Timeline timeline,
            LocalDate day,
            Recorded at,
            JointCommitteeId jointCommittee,
            int version,
            JointTerms terms) {
        timeline.from(
                day,
                at,
                database,
                jointCommittee,
                version,
                terms.functions(),
                terms.votingRule(),
                terms.percent(),
                terms.majorityMayBind(),
                terms.quorum(),
                terms.noticeDays(),
                terms.chairRule(),
                terms.reservedMatters(),
                terms.disputeRoute(),
                terms.liability(),
                terms.costSharing());
    }

    @Override
    public void reset() {
        List.of(
                        COMMITTEE,
                        STATUS,
                        TERMS,
                        PROPOSAL,
                        AGREEMENT,
                        MEMBER,
                        MEMBER_TERMS,
                        NOTICE,
                        RESERVATION,
                        SUSPENSION,
                        CONVERSION)
                .forEach(timeline -> timeline.clear(database));
    }
}
