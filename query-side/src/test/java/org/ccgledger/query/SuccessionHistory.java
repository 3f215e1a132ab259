package org.ccgledger.query;

import static org.ccgledger.query.SampleHistory.ACUTE;
import static org.ccgledger.query.SampleHistory.AIREDALE;
import static org.ccgledger.query.SampleHistory.KINGSTON;
import static org.ccgledger.query.SampleHistory.THURROCK;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.MergerId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.CoCommissioningTakenOver;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.GreaterInvolvementStarted;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.interests.CarriedInterest;
import org.ccgledger.events.interests.InterestEvent.InterestsCarriedForward;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.ccgledger.events.membership.EndCause;
import org.ccgledger.events.membership.MembershipEvent.PracticeMembershipEnded;
import org.ccgledger.events.membership.MembershipEvent.PracticeTransferred;
import org.ccgledger.events.procurement.ProcurementEvent.ProcurementNovated;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.successions.AddressedFactor;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.MergerFactor;
import org.ccgledger.events.successions.MergerTerms;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent.*;
import org.jspecify.annotations.Nullable;

/// In a century's time Kingston and Thurrock merge, Airedale is dissolved into the group that came
/// of it, and that gives way to a board. So far ahead, it stands in nobody's way.
public final class SuccessionHistory {

    public static final LocalDate MERGED_ON = LocalDate.of(2099, 4, 1);
    public static final LocalDate DISSOLVED_ON = LocalDate.of(2100, 4, 1);
    public static final LocalDate ABOLISHED_ON = LocalDate.of(2101, 7, 1);
    public static final CcgCode SUCCESSOR = new CcgCode("D4U1Y");

    private static final MergerId MERGER = new MergerId("kingston-and-thurrock");
    private static final MergerId REFUSED = new MergerId("kingston-and-airedale");
    private static final JointCommitteeId COMMITTEE = new JointCommitteeId("at-last");
    private static final BodyRef ICB = new BodyRef("ICB/QWE");
    private static final PersonId EMPLOYEE = new PersonId("0e2d1f64-5a8b-4c55-9f20-7a3d1c9e8b42");
    private static final InterestId CHARITY =
            new InterestId("a7d2e9b1-0f43-4c86-9a5d-6e1b8c3f7024");

    private final RecordedHistory history;

    private SuccessionHistory(RecordedHistory history) {
        this.history = history;
    }

    static void appendTo(RecordedHistory history) {
        SuccessionHistory sample = new SuccessionHistory(history);
        sample.before();
        sample.merged();
        sample.dissolved();
        sample.abolished();
    }

    private static MergerTerms terms(CcgCode... ccgs) {
        return new MergerTerms(
                List.of(ccgs),
                "NHS River Clinical Commissioning Group",
                DocRef.titled("Constitution of the River"),
                List.of(ConstitutionPermission.JOINT_COMMITTEES),
                EMPLOYEE);
    }

    private static Settlement line(
            CcgCode ccg, MatterKind kind, String matter, @Nullable BodyRef to) {
        return new Settlement(ccg, kind, matter, to);
    }

    private static MergerApplied applied(MergerId merger, CcgCode ccg, MergerTerms terms) {
        return new MergerApplied(
                merger,
                ccg,
                terms,
                List.of(
                        new AddressedFactor(
                                MergerFactor.IMPACT_ON_PATIENTS, "One team for all of them")),
                MERGED_ON.minusMonths(8));
    }

    private void before() {
        history.append(
                StreamName.jointCommittee(COMMITTEE),
                new JointCommitteeProposed(
                        COMMITTEE,
                        "At last",
                        JointPower.S14Z3,
                        BodyRef.ccg(KINGSTON),
                        List.of(BodyRef.ccg(KINGSTON), BodyRef.ccg(AIREDALE)),
                        joint(),
                        MERGED_ON.minusMonths(10)),
                agreed(KINGSTON),
                agreed(AIREDALE),
                new JointCommitteeFormed(
                        COMMITTEE,
                        "At last",
                        JointPower.S14Z3,
                        List.of(BodyRef.ccg(KINGSTON), BodyRef.ccg(AIREDALE)),
                        1,
                        joint(),
                        MERGED_ON.minusMonths(9)));
        history.append(
                StreamName.coCommissioning(KINGSTON),
                new GreaterInvolvementStarted(KINGSTON, MERGED_ON.minusMonths(9)));
    }

    private static JoinAgreed agreed(CcgCode ccg) {
        return new JoinAgreed(
                COMMITTEE,
                BodyRef.ccg(ccg),
                1,
                DocRef.titled("Minutes"),
                null,
                MERGED_ON.minusMonths(9));
    }

    private static JointTerms joint() {
        return new JointTerms(
                List.of(ACUTE),
                JointVotingRule.UNANIMITY,
                null,
                false,
                2,
                90,
                "In turn",
                List.of(),
                "Mediation",
                "Each for its own",
                null);
    }

    private void merged() {
        MergerTerms terms = terms(KINGSTON, THURROCK);
        BodyRef to = BodyRef.ccg(SUCCESSOR);
        history.append(
                StreamName.merger(REFUSED),
                applied(REFUSED, KINGSTON, terms(KINGSTON, AIREDALE)),
                new MergerRefused(REFUSED, terms(KINGSTON, AIREDALE), MERGED_ON.minusMonths(7)));
        history.append(
                StreamName.merger(MERGER),
                applied(MERGER, KINGSTON, terms),
                applied(MERGER, THURROCK, terms),
                new MergerApproved(MERGER, terms, MERGED_ON, MERGED_ON.minusMonths(6)));
        history.append(
                StreamName.merger(MERGER),
                new CCGMerged(
                        MERGER,
                        terms.ccgs(),
                        SUCCESSOR,
                        null,
                        new AreaTeamCode("Q71"),
                        List.of(new AreaCode("E38000008"), new AreaCode("E38000007")),
                        terms,
                        List.of(
                                line(THURROCK, MatterKind.CONDITION, "07G-C1", null),
                                line(THURROCK, MatterKind.DIRECTION, "07G-D1", null),
                                line(KINGSTON, MatterKind.PRACTICE, "Z08003", to),
                                line(KINGSTON, MatterKind.DECLARATIONS, EMPLOYEE.value(), to),
                                line(KINGSTON, MatterKind.JOINT_MEMBERSHIP, "at-last", to),
                                line(
                                        KINGSTON,
                                        MatterKind.CO_COMMISSIONING,
                                        "GREATER_INVOLVEMENT",
                                        to),
                                line(KINGSTON, MatterKind.PROCUREMENT, "08J-urgent-care", to),
                                line(KINGSTON, MatterKind.SUPPORT, "08J-payroll", null),
                                line(KINGSTON, MatterKind.SUPPORT, "08J-support-2", null)),
                        MERGED_ON));
        history.append(
                StreamName.membership(new PracticeCode("Z08003")),
                new PracticeTransferred(
                        new PracticeCode("Z08003"), KINGSTON, SUCCESSOR, MERGED_ON));
        history.append(
                StreamName.jointCommittee(COMMITTEE),
                new JointMembershipNovated(COMMITTEE, BodyRef.ccg(KINGSTON), to, MERGED_ON));
        history.append(
                StreamName.procurement(new ProcurementId("08J-urgent-care")),
                new ProcurementNovated(
                        new ProcurementId("08J-urgent-care"), KINGSTON, to, MERGED_ON));
        history.append(
                StreamName.coCommissioning(SUCCESSOR),
                new CoCommissioningTakenOver(
                        SUCCESSOR,
                        KINGSTON,
                        CoCommissioningLevel.DELEGATED,
                        List.of(ACUTE),
                        List.of(),
                        null,
                        MERGED_ON));
        history.append(
                StreamName.interests(EMPLOYEE, SUCCESSOR),
                new InterestsCarriedForward(
                        EMPLOYEE,
                        SUCCESSOR,
                        KINGSTON,
                        List.of(
                                new CarriedInterest(
                                        CHARITY, LocalDate.of(2013, 8, 1), null, false)),
                        MERGED_ON.plusDays(28),
                        MERGED_ON));
    }

    private void dissolved() {
        history.append(
                StreamName.ccg(AIREDALE),
                new CCGDissolved(
                        AIREDALE,
                        List.of(SUCCESSOR),
                        List.of(
                                line(
                                        AIREDALE,
                                        MatterKind.JOINT_MEMBERSHIP,
                                        "at-last",
                                        BodyRef.ccg(SUCCESSOR))),
                        DISSOLVED_ON));
        history.append(
                StreamName.jointCommittee(COMMITTEE),
                new JointMembershipNovated(
                        COMMITTEE, BodyRef.ccg(AIREDALE), BodyRef.ccg(SUCCESSOR), DISSOLVED_ON));
    }

    private void abolished() {
        history.append(
                StreamName.ccg(SUCCESSOR),
                new CCGAbolished(
                        SUCCESSOR,
                        ICB,
                        List.of(
                                line(SUCCESSOR, MatterKind.PRACTICE, "Z08003", ICB),
                                line(SUCCESSOR, MatterKind.DECLARATIONS, EMPLOYEE.value(), null),
                                line(SUCCESSOR, MatterKind.CO_COMMISSIONING, "DELEGATED", null)),
                        ABOLISHED_ON));
        history.append(
                StreamName.membership(new PracticeCode("Z08003")),
                new PracticeMembershipEnded(
                        new PracticeCode("Z08003"),
                        SUCCESSOR,
                        EndCause.GROUP_CEASED,
                        ABOLISHED_ON));
    }
}
