package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.authorisation.AuthorisationCommand.*;
import org.ccgledger.command.catalogue.CatalogueCommand.OpenWave;
import org.ccgledger.command.catalogue.CatalogueCommand.PublishCriteriaCatalogue;
import org.ccgledger.events.Actor;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.authorisation.AssessmentResult;
import org.ccgledger.events.authorisation.AssessmentStage;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.authorisation.Criterion;
import org.ccgledger.events.authorisation.RecommendedCondition;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.pledges.PledgeBearing;

/// England 2011-16 as commands: the catalogue, four waves, 211 applications and their decisions,
/// and what came of them.
///
/// The days within an application are allotted by rule: assessed three weeks after the wave's
/// deadline, moderated and recommended five and four weeks before its decision; every second group
/// with conditions replies within the window.
final class EnglandScript {

    static final String NAME = "england-2011-16";
    static final CatalogueVersion CATALOGUE = new CatalogueVersion("final-2012");

    static final LocalDate CATALOGUE_ON = LocalDate.of(2012, 5, 1);
    private static final LocalDate WAVES_ON = LocalDate.of(2012, 5, 23);
    private static final LocalDate PROPOSED_ON = LocalDate.of(2012, 6, 1);
    private static final String ACT = "NHS Act 2006";
    private static final String REGULATIONS = "SI 2012/1631";
    private static final Provenance BY_RULE =
            Provenance.assumed("the day is counted from the wave's deadline and decision");
    static final Actor COMMITTEE =
            Script.office("authorisation-committee", Role.BOARD_AUTHORISATION, BodyRef.BOARD);
    static final Actor OFFICER =
            Script.office("authorisation-office", Role.BOARD_OFFICER, BodyRef.BOARD);

    private final EnglandPlan plan;
    private final Script script = new Script(NAME);

    private EnglandScript(EnglandPlan plan) {
        this.plan = plan;
    }

    static Script of(EnglandPlan plan) {
        return new EnglandScript(plan).write();
    }

    private Script write() {
        catalogue();
        Map<String, Integer> places = new HashMap<>();
        plan.groups().forEach(group -> places.put(group.code(), places.size()));
        for (PlannedGroup group : plan.groups()) {
            apply(group);
            assess(group);
            decide(group, places.getOrDefault(group.code(), 0) % 2 == 0);
        }
        new ReviewScript(plan, script).write();
        new FigureScript(script).write();
        new InstrumentScript(script).write();
        CoCommissioningAllotment allotment =
                new CoCommissioningAllotment(
                        plan.groups().stream().map(PlannedGroup::ccg).toList());
        new CoCommissioningScript(plan, script, allotment).write();
        DecidingTogetherScript together =
                new DecidingTogetherScript(plan, script, allotment.joint());
        together.write();
        new PredecessorScript(plan, script).write();
        new RunningCostScript(plan, script).write();
        new FundScript(plan, script).write();
        new SupportScript(plan, script).write();
        ServiceScript services = new ServiceScript(plan, script);
        services.write();
        LeavingScript leaving = new LeavingScript(plan, script);
        leaving.write();
        pledge(together, services, leaving);
        return script;
    }

    private void pledge(
            DecidingTogetherScript together, ServiceScript services, LeavingScript leaving) {
        PledgeScript pledges = new PledgeScript(script);
        pledges.write();
        pledges.link(
                "joint-committees-voluntary",
                PledgeBearing.CONTRADICTS,
                StreamName.pressure(together.pressure()),
                1,
                "The area team asked a group to join.");
        pledges.link(
                "joint-committees-voluntary",
                PledgeBearing.SUPPORTS,
                StreamName.pressure(together.pressure()),
                2,
                "The group resisted, and was not made to join.");
        pledges.link(
                "running-costs-per-head",
                PledgeBearing.CONTRADICTS,
                StreamName.runningCostPolicy(new FinancialYear("2015/16")),
                1,
                "£22.07 a head is less than the least that was promised.");
        pledges.link(
                "choice-of-support",
                PledgeBearing.SUPPORTS,
                StreamName.support(SupportScript.first(plan.told().getFirst())),
                1,
                "The group chose for itself.");
        pledges.link(
                "advice-not-instruction",
                PledgeBearing.CONTRADICTS,
                StreamName.advice(services.instruction()),
                2,
                "The senate told the group what to do.");
        pledges.link(
                "no-gagging-clauses",
                PledgeBearing.SUPPORTS,
                StreamName.severance(leaving.returned()),
                3,
                "The Department returned an agreement for its clause.");
    }

    private void catalogue() {
        script.by("catalogue", COMMITTEE, CATALOGUE_ON)
                .under(ACT, "s.14C")
                .because("The criteria that the Board is to be satisfied of.")
                .sends(
                        new PublishCriteriaCatalogue(
                                CATALOGUE,
                                SyntheticCriteria.all().stream()
                                        .map(criterion ->
                                                new Criterion(
                                                        new CriterionId(criterion.id()),
                                                        criterion.domain().number(),
                                                        criterion.text(),
                                                        criterion.provenance().source()))
                                        .toList()),
                        CATALOGUE.value());
        for (PlannedWave wave : plan.waves()) {
            script.by("waves", OFFICER, WAVES_ON)
                    .under(REGULATIONS, "reg 3")
                    .knownFrom(wave.planned().provenance())
                    .sends(
                            new OpenWave(
                                    wave.number(),
                                    wave.submissionDeadline().value(),
                                    wave.plannedDecisionMonth().value(),
                                    CATALOGUE,
                                    wave.planned().value()),
                            Integer.toString(wave.number()));
        }
    }

    private void apply(PlannedGroup group) {
        CcgCode ccg = new CcgCode(group.code());
        List<PracticeCode> practices =
                group.practices().stream()
                        .map(practice -> new PracticeCode(practice.code()))
                        .toList();
        BodyRef applicant = BodyRef.practice(practices.getFirst());
        script.by(
                        group.code(),
                        Script.office("representative", Role.PRACTICE_REPRESENTATIVE, applicant),
                        PROPOSED_ON)
                .under(ACT, "s.14B")
                .knownFrom(group.practices().getFirst().provenance())
                .sends(
                        new ProposeCCG(
                                ccg,
                                new OnsCode(group.ccg().ons()),
                                new AreaTeamCode(group.ccg().areaTeam().ods()),
                                group.ccg().legalName(),
                                List.of(new AreaCode(group.ccg().ons())),
                                practices,
                                DocRef.titled(
                                        "Proposed constitution of " + group.ccg().legalName()),
                                Script.person("accountable-officer", BodyRef.ccg(ccg))),
                        group.code());
        script.by(group.code(), OFFICER, PROPOSED_ON.plusDays(4))
                .under(REGULATIONS, "reg 3")
                .knownFrom(group.plannedWave().provenance())
                .sends(
                        new AssignToWave(ccg, group.plannedWave().value()),
                        group.plannedWave().value().toString());
        for (WaveMove move : group.moves()) {
            if (move.submitted()) {
                submit(group, move.from(), deadlineOf(move.from()));
            }
            script.by(group.code(), governanceLead(group), move.on())
                    .under(REGULATIONS, "reg 3")
                    .knownFrom(move.provenance())
                    .sends(new DeferApplication(ccg, move.to()), move.from() + "-" + move.to());
        }
        submit(group, group.decidedWave().value(), deadlineOf(group.decidedWave().value()));
    }

    private void submit(PlannedGroup group, int wave, LocalDate on) {
        script.by(group.code(), governanceLead(group), on)
                .under(ACT, "s.14B")
                .knownFrom(plan.wave(wave).submissionDeadline().provenance())
                .sends(
                        new SubmitApplication(
                                new CcgCode(group.code()),
                                List.of(
                                        DocRef.titled("Constitution"),
                                        DocRef.titled(
                                                "Integrated plan and draft commissioning intentions"),
                                        DocRef.titled("Organisational development plan")),
                                DocRef.titled("Self-certification")),
                        Integer.toString(wave));
    }

    private void assess(PlannedGroup group) {
        CcgCode ccg = new CcgCode(group.code());
        LocalDate deadline = deadlineOf(group.decidedWave().value());
        Set<String> unmet =
                group.conditions().stream()
                        .map(PlannedCondition::criterion)
                        .collect(Collectors.toSet());
        boardLine(group, deadline.plusDays(10))
                .sends(
                        new RecordStakeholderSurvey(
                                ccg,
                                40,
                                "Synthetic: about forty people were asked for each group."),
                        "survey");
        for (SyntheticCriteria.Criterion criterion : SyntheticCriteria.all()) {
            boardLine(group, deadline.plusDays(21))
                    .sends(
                            new AssessCriterion(
                                    ccg,
                                    new CriterionId(criterion.id()),
                                    unmet.contains(criterion.id())
                                            ? AssessmentResult.NOT_MET
                                            : AssessmentResult.MET,
                                    AssessmentStage.DESK_TOP,
                                    null,
                                    Script.person("assessor", BodyRef.BOARD)),
                            criterion.id());
        }
        boardLine(group, deadline.plusDays(40))
                .sends(
                        new RecordSiteVisit(
                                ccg,
                                deadline.plusDays(38),
                                DocRef.titled("Report of the site visit")),
                        "visit");
        committeeLine(group, decidedOn(group).minusDays(35))
                .sends(
                        new ModerateAssessment(
                                ccg,
                                List.of(),
                                unmet.isEmpty() ? "Authorise" : "Authorise with conditions"),
                        "moderation");
    }

    private void decide(PlannedGroup group, boolean replies) {
        CcgCode ccg = new CcgCode(group.code());
        List<RecommendedCondition> conditions =
                group.conditions().stream()
                        .map(condition ->
                                new RecommendedCondition(
                                        new CriterionId(condition.criterion()),
                                        false,
                                        "Meet criterion " + condition.criterion(),
                                        condition.level()))
                        .toList();
        LocalDate decidedOn = decidedOn(group);
        if (!conditions.isEmpty()) {
            committeeLine(group, decidedOn.minusDays(28))
                    .sends(
                            new RecommendConditions(
                                    ccg,
                                    conditions,
                                    Script.person("regional-director", BodyRef.BOARD)),
                            "conditions");
            if (replies) {
                script.by(group.code(), governanceLead(group), decidedOn.minusDays(20))
                        .under(REGULATIONS, "reg 8")
                        .knownFrom(Provenance.assumed("every second group with conditions replies"))
                        .sends(
                                new RespondToRecommendation(
                                        ccg, "The group has no further evidence to add."),
                                "reply");
            }
        }
        script.by(group.code(), COMMITTEE, decidedOn)
                .under(ACT, conditions.isEmpty() ? "s.14C" : "s.14C and SI 2012/1631 reg 8")
                .because(
                        conditions.isEmpty()
                                ? "The group meets every criterion."
                                : "The group meets the criteria but for those to which conditions are attached.")
                .knownFrom(group.outcome().provenance())
                .sends(
                        new AuthoriseCCG(
                                ccg,
                                AuthorisationOutcome.valueOf(group.outcome().value().name()),
                                conditions,
                                group.direction()
                                        .map(direction -> List.of(atGrant(direction, decidedOn)))
                                        .orElse(List.of())),
                        "decision");
    }

    private static DirectionAtGrant atGrant(PlannedDirection direction, LocalDate on) {
        return new DirectionAtGrant(
                DirectionKind.valueOf(direction.kind().name()),
                direction.functions().stream().map(FunctionCode::new).toList(),
                Period.from(on),
                DocRef.titled("Legal direction under regulation 8"));
    }

    private Script.Line boardLine(PlannedGroup group, LocalDate on) {
        return script.by(group.code(), OFFICER, on).under(ACT, "s.14C").knownFrom(BY_RULE);
    }

    private Script.Line committeeLine(PlannedGroup group, LocalDate on) {
        return script.by(group.code(), COMMITTEE, on).under(ACT, "s.14C").knownFrom(BY_RULE);
    }

    static Actor governanceLead(PlannedGroup group) {
        return Script.office("governance-lead", Role.CCG_GOVERNANCE_LEAD, group.body());
    }

    static Actor financeOfficer(PlannedGroup group) {
        return Script.office("finance-officer", Role.CCG_FINANCE_OFFICER, group.body());
    }

    static Actor accountableOfficer(PlannedGroup group) {
        return Script.office("accountable-officer", Role.CCG_ACCOUNTABLE_OFFICER, group.body());
    }

    private LocalDate deadlineOf(int wave) {
        return plan.wave(wave).submissionDeadline().value();
    }

    private LocalDate decidedOn(PlannedGroup group) {
        return plan.wave(group.decidedWave().value()).decidedOn().value();
    }
}
