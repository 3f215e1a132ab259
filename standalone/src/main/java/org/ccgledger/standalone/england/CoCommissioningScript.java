package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.command.approvals.ApprovalCommand.RecordApproval;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.*;
import org.ccgledger.command.expressions.ExpressionCommand.*;
import org.ccgledger.command.governanceaudits.GovernanceAuditCommand.CommissionGovernanceAudit;
import org.ccgledger.command.governanceaudits.GovernanceAuditCommand.ReportGovernanceAudit;
import org.ccgledger.command.jointcommittees.DraftTerms;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.AgreeToJoin;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.FormJointCommittee;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.ProposeJointCommittee;
import org.ccgledger.command.registry.RegistryCommand.ApplyToVaryConstitution;
import org.ccgledger.command.registry.RegistryCommand.DecideConstitutionVariation;
import org.ccgledger.events.Actor;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.Role;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ConflictsCover;
import org.ccgledger.events.expressions.Readiness;
import org.ccgledger.events.expressions.RoundDeadlines;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.standalone.england.CoCommissioningAllotment.Outcome;

/// Co-commissioning from the invitation of May 2014 to 1 April 2015, as commands.
///
/// Days that no source gives are assumed: categories on 1 July, tests in September, variations of
/// constitutions and audits in the autumn of 2014, joint committees in January and signatures in
/// March 2015.
final class CoCommissioningScript {

    private static final RoundName ROUND = new RoundName("2015-16");
    private static final LocalDate INVITED_ON = LocalDate.of(2014, 5, 1);
    private static final LocalDate EXPRESSED_ON = LocalDate.of(2014, 6, 20);
    private static final LocalDate CATEGORISED_ON = LocalDate.of(2014, 7, 1);
    private static final LocalDate ASSESSED_ON = LocalDate.of(2014, 7, 8);
    private static final LocalDate TESTED_ON = LocalDate.of(2014, 9, 15);
    private static final LocalDate COMMISSIONED_ON = LocalDate.of(2014, 10, 15);
    private static final LocalDate VARIATION_APPLIED_ON = LocalDate.of(2014, 11, 10);
    private static final LocalDate VARIED_ON = LocalDate.of(2014, 12, 15);
    private static final LocalDate REPORTED_ON = LocalDate.of(2014, 12, 19);
    private static final LocalDate DELEGATED_BY = LocalDate.of(2015, 1, 9);
    private static final LocalDate PROPOSED_ON = LocalDate.of(2015, 1, 5);
    private static final LocalDate AGREED_ON = LocalDate.of(2015, 1, 12);
    private static final LocalDate FORMED_ON = LocalDate.of(2015, 1, 20);
    private static final LocalDate JOINT_BY = LocalDate.of(2015, 1, 30);
    private static final LocalDate APPROVED_ON = LocalDate.of(2015, 2, 18);
    private static final LocalDate JOINT_APPROVED_ON = LocalDate.of(2015, 3, 20);
    private static final LocalDate SIGNED_ON = LocalDate.of(2015, 3, 27);
    private static final LocalDate LIVE_ON = LocalDate.of(2015, 4, 1);

    private static final String ACT = "NHS Act 2006";
    private static final BodyRef AUDITOR = new BodyRef("PROVIDER/SYN-AUDITOR");
    private static final List<FunctionCode> DELEGATED =
            functions(
                    "gms-pms-apms-contracts",
                    "enhanced-services",
                    "local-incentive-schemes",
                    "establishment-of-practices",
                    "practice-mergers",
                    "discretionary-payments");
    private static final List<FunctionCode> RESERVED =
            functions("individual-performer-management", "medical-performers-list");
    private static final Provenance BY_RULE =
            Provenance.assumed("which group it was, and the day where no source gives it");

    private final EnglandPlan plan;
    private final Script script;
    private final CoCommissioningAllotment allotment;

    CoCommissioningScript(EnglandPlan plan, Script script, CoCommissioningAllotment allotment) {
        this.plan = plan;
        this.script = script;
        this.allotment = allotment;
    }

    void write() {
        script.by("rounds", EnglandScript.OFFICER, INVITED_ON)
                .under(ACT, "s.13Z")
                .knownFrom(Provenance.stated(Sources.CO_COMMISSIONING_ROUND))
                .sends(
                        new OpenCoCommissioningRound(
                                ROUND, new RoundDeadlines(EXPRESSED_ON, DELEGATED_BY, JOINT_BY)),
                        ROUND.value());
        for (PlannedGroup group : plan.groups()) {
            List<CoCommissioningLevel> levels = allotment.interest().get(group.code());
            if (levels != null
                    && !CoCommissioningAllotment.SOUTH_WEST_LONDON.contains(group.code())) {
                express(group, expression(group.code()), List.of(group.ods()), levels, BY_RULE);
                judge(group);
            }
        }
        expressTogether();
        allotment.delegations().forEach((code, outcome) -> delegate(group(code), outcome));
        commissionJointly();
        allotment.involved().forEach(code -> involve(group(code)));
    }

    private void expressTogether() {
        PlannedGroup first = group(CoCommissioningAllotment.SOUTH_WEST_LONDON.getFirst());
        express(
                first,
                new ExpressionId("eoi-2014-south-west-london"),
                CoCommissioningAllotment.SOUTH_WEST_LONDON.stream().map(CcgCode::new).toList(),
                List.of(CoCommissioningLevel.JOINT),
                Provenance.stated(Sources.SOUTH_WEST_LONDON_EXPRESSION));
    }

    private void express(
            PlannedGroup group,
            ExpressionId expression,
            List<CcgCode> ccgs,
            List<CoCommissioningLevel> levels,
            Provenance provenance) {
        script.by(group.code(), EnglandScript.accountableOfficer(group), EXPRESSED_ON)
                .under(ACT, "s.13Z")
                .knownFrom(provenance)
                .sends(
                        new SubmitExpressionOfInterest(
                                expression,
                                ROUND,
                                ccgs,
                                levels,
                                "Synthetic: what the group wrote is not known.",
                                null),
                        ROUND.value());
        BodyRef areaTeam = new BodyRef("AREA_TEAM/" + group.ccg().areaTeam().ods());
        script.by(
                        group.code(),
                        Script.office("area-director", Role.AREA_TEAM, areaTeam),
                        CATEGORISED_ON)
                .under(ACT, "s.13Z")
                .knownFrom(BY_RULE)
                .sends(new CategoriseExpression(expression, levels), ROUND.value());
    }

    /// Every expression of interest in delegation was tested for cover of conflicts of interest.
    private void judge(PlannedGroup group) {
        Readiness readiness = allotment.readiness().get(group.code());
        if (readiness == null) {
            return;
        }
        ExpressionId expression = expression(group.code());
        if (readiness != Readiness.NOT_ASSESSED) {
            script.by(group.code(), EnglandScript.OFFICER, ASSESSED_ON)
                    .under(ACT, "s.13Z")
                    .knownFrom(BY_RULE)
                    .sends(
                            new AssessReadiness(
                                    expression,
                                    group.ods(),
                                    CoCommissioningLevel.DELEGATED,
                                    readiness,
                                    ASSESSED_ON),
                            ROUND.value());
        }
        script.by(group.code(), EnglandScript.OFFICER, TESTED_ON)
                .under(ACT, "s.13Z")
                .knownFrom(BY_RULE)
                .sends(
                        new TestConflictsCover(
                                expression,
                                group.ods(),
                                ConflictsCover.SATISFIED,
                                "Synthetic: that it was tested is known, what was found is not."),
                        ROUND.value());
    }

    private void delegate(PlannedGroup group, Outcome outcome) {
        CcgCode ccg = group.ods();
        GovernanceAuditId audit = new GovernanceAuditId(ccg + "-2014-governance");
        vary(group, ConstitutionPermission.DELEGATION);
        boardLine(group, COMMISSIONED_ON)
                .sends(
                        new CommissionGovernanceAudit(
                                audit,
                                ccg,
                                "Whether members with interests stand aside from decisions",
                                AUDITOR),
                        audit.value());
        if (outcome != Outcome.UNDECIDED) {
            script.by(group.code(), Script.office("auditor", Role.AUDITOR, AUDITOR), REPORTED_ON)
                    .knownFrom(BY_RULE)
                    .sends(
                            new ReportGovernanceAudit(audit, AuditResult.PASS, List.of()),
                            audit.value());
        }
        apply(group, CoCommissioningLevel.DELEGATED, DELEGATED_BY);
        switch (outcome) {
            case APPROVED -> approve(group, APPROVED_ON, List.of());
            case APPROVED_ON_CONDITION ->
                    approve(group, APPROVED_ON, List.of("Change some of the governance"));
            case UNDECIDED -> {}
        }
        if (allotment.live().contains(group.code())) {
            sign(group);
        }
    }

    private void sign(PlannedGroup group) {
        CcgCode ccg = group.ods();
        ApprovalId approval = new ApprovalId(ccg + "-delegation-2015");
        boardLine(group, SIGNED_ON)
                .sends(
                        new RecordApproval(
                                approval,
                                BodyRef.BOARD,
                                new ApprovalSubject(
                                        ApprovedStep.SIGN_DELEGATION_AGREEMENT, ccg, null),
                                DocRef.titled("Delegation agreement")),
                        approval.value());
        script.by(group.code(), EnglandScript.accountableOfficer(group), SIGNED_ON)
                .under(ACT, "s.13Z")
                .knownFrom(BY_RULE)
                .sends(
                        new SignDelegationAgreement(
                                ccg, DELEGATED, RESERVED, LIVE_ON, List.of(approval)),
                        ROUND.value());
    }

    /// The source says that 87 commissioned jointly; by which committees is assumed, but for those
    /// of South West London.
    private void commissionJointly() {
        Map<JointCommitteeId, List<PlannedGroup>> committees = new LinkedHashMap<>();
        for (String code : allotment.joint()) {
            PlannedGroup group = group(code);
            committees.computeIfAbsent(committee(group), _ -> new ArrayList<>()).add(group);
            vary(group, ConstitutionPermission.JOINT_COMMITTEES);
        }
        committees.forEach(this::form);
        committees.forEach((committee, groups) ->
                groups.forEach(group -> {
                    apply(group, CoCommissioningLevel.JOINT, JOINT_BY);
                    approve(group, JOINT_APPROVED_ON, List.of());
                    script.by(group.code(), EnglandScript.accountableOfficer(group), LIVE_ON)
                            .under(ACT, "s.14Z9")
                            .knownFrom(BY_RULE)
                            .sends(
                                    new StartJointArrangement(group.ods(), committee),
                                    ROUND.value());
                }));
    }

    private static JointCommitteeId committee(PlannedGroup group) {
        return new JointCommitteeId(
                CoCommissioningAllotment.SOUTH_WEST_LONDON.contains(group.code())
                        ? "primary-care-south-west-london"
                        : "primary-care-" + group.ccg().areaTeam().ods());
    }

    private void form(JointCommitteeId committee, List<PlannedGroup> groups) {
        boolean stated =
                CoCommissioningAllotment.SOUTH_WEST_LONDON.contains(groups.getFirst().code());
        Provenance provenance =
                stated
                        ? Provenance.stated(Sources.SOUTH_WEST_LONDON_COMMITTEE)
                        : Provenance.assumed("one joint committee with the Board an area team");
        List<BodyRef> members = new ArrayList<>();
        members.add(BodyRef.BOARD);
        groups.forEach(group -> members.add(BodyRef.ccg(group.ods())));
        String lane = committee.value();
        DocRef minutes = DocRef.titled("Minutes");
        joint(lane, EnglandScript.OFFICER, PROPOSED_ON, provenance)
                .sends(
                        new ProposeJointCommittee(
                                committee,
                                "Primary care joint committee, "
                                        + (stated
                                                ? "South West London"
                                                : groups.getFirst().ccg().areaTeam().name()),
                                JointPower.S14Z9,
                                members,
                                terms()),
                        lane);
        joint(lane, EnglandScript.OFFICER, AGREED_ON, provenance)
                .sends(new AgreeToJoin(committee, null, 1, minutes, null), "BOARD");
        for (PlannedGroup group : groups) {
            joint(lane, EnglandScript.accountableOfficer(group), AGREED_ON, provenance)
                    .sends(new AgreeToJoin(committee, group.ods(), 1, minutes, null), group.code());
        }
        joint(lane, EnglandScript.OFFICER, FORMED_ON, provenance)
                .sends(new FormJointCommittee(committee), lane);
    }

    private Script.Line joint(String lane, Actor actor, LocalDate on, Provenance provenance) {
        return script.by(lane, actor, on).under(ACT, "s.14Z9").knownFrom(provenance);
    }

    private static DraftTerms terms() {
        return new DraftTerms(
                DELEGATED,
                JointVotingRule.UNANIMITY,
                null,
                false,
                2,
                180,
                "Elected by the members",
                List.of(),
                "Mediation",
                "Each member for its own functions",
                null);
    }

    private void involve(PlannedGroup group) {
        script.by(group.code(), EnglandScript.accountableOfficer(group), LIVE_ON)
                .under(ACT, "s.13Z")
                .knownFrom(BY_RULE)
                .sends(new RecordGreaterInvolvement(group.ods()), ROUND.value());
    }

    private void vary(PlannedGroup group, ConstitutionPermission permission) {
        CcgCode ccg = group.ods();
        script.by(group.code(), EnglandScript.governanceLead(group), VARIATION_APPLIED_ON)
                .under(ACT, "s.14E")
                .knownFrom(BY_RULE)
                .sends(
                        new ApplyToVaryConstitution(
                                ccg,
                                "Co-commissioning of primary care",
                                DocRef.titled("Constitution, second version"),
                                DocRef.titled("Approval of the members")),
                        permission.name());
        boardLine(group, VARIED_ON)
                .because("The members have approved it, and the Act is met.")
                .sends(
                        new DecideConstitutionVariation(
                                ccg, variation(ccg), true, null, List.of(permission)),
                        permission.name());
    }

    private void apply(PlannedGroup group, CoCommissioningLevel level, LocalDate on) {
        CcgCode ccg = group.ods();
        script.by(group.code(), EnglandScript.accountableOfficer(group), on)
                .under(ACT, "s.13Z")
                .knownFrom(BY_RULE)
                .sends(
                        new ApplyForCoCommissioning(
                                ccg,
                                ROUND,
                                level,
                                variation(ccg),
                                DocRef.titled("Policy on conflicts of interest"),
                                DocRef.titled("Financial plan")),
                        level.name());
    }

    private void approve(PlannedGroup group, LocalDate on, List<String> conditions) {
        CcgCode ccg = group.ods();
        script.by(group.code(), EnglandScript.COMMITTEE, on)
                .under(ACT, "s.13Z")
                .because("The application meets what the round asks for.")
                .knownFrom(BY_RULE)
                .sends(
                        new ApproveCoCommissioning(
                                ccg, new CoCommissioningId(ccg + "-P1"), conditions),
                        ROUND.value());
    }

    private Script.Line boardLine(PlannedGroup group, LocalDate on) {
        return script.by(group.code(), EnglandScript.OFFICER, on)
                .under(ACT, "s.13Z")
                .knownFrom(BY_RULE);
    }

    private PlannedGroup group(String code) {
        return plan.group(code).orElseThrow(() -> new IllegalStateException("No group " + code));
    }

    private static VariationId variation(CcgCode ccg) {
        return new VariationId(ccg + "-V1");
    }

    private static ExpressionId expression(String code) {
        return new ExpressionId("eoi-2014-" + code);
    }

    private static List<FunctionCode> functions(String... codes) {
        return java.util.stream.Stream.of(codes).map(FunctionCode::new).toList();
    }
}
