package org.ccgledger.command.cocommissioning;

import static org.ccgledger.command.expressions.Interested.*;
import static org.ccgledger.command.governanceaudits.Audited.AUDIT;
import static org.ccgledger.command.governanceaudits.Audited.reported;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ConflictsCover;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointCommitteeFormed;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVaried;

/// The stages of Kingston's way to delegation or to joint commissioning, for tests.
public final class CoCommissioned {

    static final VariationId VARIATION = new VariationId("08J-V1");
    static final DocRef POLICY = DocRef.titled("Policy on conflicts of interest");
    static final DocRef PLAN = DocRef.titled("Financial plan");
    static final CoCommissioningId APPLICATION = new CoCommissioningId("08J-P1");
    static final FunctionCode CONTRACTS = new FunctionCode("gms-pms-apms-contracts");
    static final FunctionCode PERFORMERS = new FunctionCode("individual-performer-management");
    static final JointCommitteeId COMMITTEE = new JointCommitteeId("kingston-and-the-board");
    static final ApprovalId BOARD_SIGNS = new ApprovalId("board-signs");
    static final ApprovalId BOARD_CONSENTS = new ApprovalId("board-consents");
    static final LocalDate VARIED_ON = LocalDate.of(2014, 12, 15);
    static final LocalDate APPLIED_ON = LocalDate.of(2015, 1, 9);
    static final LocalDate APPROVED_ON = LocalDate.of(2015, 2, 18);
    static final LocalDate SIGNED_ON = LocalDate.of(2015, 3, 27);
    static final LocalDate LIVE_ON = LocalDate.of(2015, 4, 1);

    private CoCommissioned() {}

    static ConstitutionVaried varied(ConstitutionPermission... permits) {
        return new ConstitutionVaried(
                KINGSTON,
                VARIATION,
                2,
                DocRef.titled("Constitution, second version"),
                List.of(permits),
                VARIED_ON);
    }

    static CoCommissioningApplied applied(CoCommissioningLevel level) {
        return new CoCommissioningApplied(
                KINGSTON, APPLICATION, ROUND, level, VARIATION, POLICY, PLAN, APPLIED_ON);
    }

    static CoCommissioningApproved approved(CoCommissioningLevel level) {
        return new CoCommissioningApproved(KINGSTON, APPLICATION, level, APPROVED_ON);
    }

    static CoCommissioningConditionallyApproved conditionally(CoCommissioningLevel level) {
        return new CoCommissioningConditionallyApproved(
                KINGSTON,
                APPLICATION,
                level,
                List.of("Change the terms of reference", "Appoint a lay chair"),
                APPROVED_ON);
    }

    static DelegationAgreed agreed() {
        return new DelegationAgreed(
                KINGSTON, APPLICATION, List.of(CONTRACTS), List.of(), LIVE_ON, SIGNED_ON);
    }

    static DelegationWentLive live() {
        return new DelegationWentLive(KINGSTON, List.of(CONTRACTS), List.of(), LIVE_ON);
    }

    static ApprovalRecorded boardApproves(ApprovalId approval, ApprovedStep step) {
        return new ApprovalRecorded(
                approval,
                BodyRef.BOARD,
                new ApprovalSubject(step, KINGSTON, null),
                DocRef.titled("Decision of the Board"),
                APPROVED_ON);
    }

    static JointCommitteeFormed formed(BodyRef... members) {
        return new JointCommitteeFormed(
                COMMITTEE,
                "Kingston and the Board",
                JointPower.S14Z9,
                List.of(members),
                1,
                new JointTerms(
                        List.of(CONTRACTS),
                        JointVotingRule.UNANIMITY,
                        null,
                        false,
                        2,
                        90,
                        "In turn",
                        List.of(),
                        "Mediation",
                        "Each for itself",
                        null),
                LocalDate.of(2015, 1, 20));
    }

    static JointCommitteeFormed formedWithBoard() {
        return formed(BodyRef.ccg(KINGSTON), BodyRef.BOARD);
    }

    /// An audit that passed, cover that satisfies and a constitution that permits.
    static List<CcgEvent> assured() {
        return List.of(
                established(KINGSTON),
                OPENED,
                tested(ConflictsCover.SATISFIED, LocalDate.of(2014, 9, 15)),
                reported(KINGSTON, AUDIT, AuditResult.PASS, LocalDate.of(2014, 12, 19)),
                varied(ConstitutionPermission.DELEGATION, ConstitutionPermission.JOINT_COMMITTEES));
    }

    static List<CcgEvent> assuredAnd(CcgEvent... events) {
        List<CcgEvent> all = new ArrayList<>(assured());
        all.addAll(List.of(events));
        return all;
    }

    /// All that leads to a live delegation.
    public static List<CcgEvent> delegated() {
        return assuredAnd(
                applied(CoCommissioningLevel.DELEGATED),
                approved(CoCommissioningLevel.DELEGATED),
                agreed(),
                live());
    }
}
