package org.ccgledger.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.events.Actor;
import org.ccgledger.events.AdviceId;
import org.ccgledger.events.AppointmentId;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.BreachId;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CommitmentId;
import org.ccgledger.events.CommitteeAppointmentId;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.ComplaintId;
import org.ccgledger.events.ConcernId;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.CorrectionId;
import org.ccgledger.events.CostLine;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DelegationId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.FinancialYear;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GiftId;
import org.ccgledger.events.InstrumentId;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.LedgerEntry;
import org.ccgledger.events.Money;
import org.ccgledger.events.OfficeCode;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.PctCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.PledgeId;
import org.ccgledger.events.PostId;
import org.ccgledger.events.PowerCode;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.PressureId;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.Role;
import org.ccgledger.events.SeatCode;
import org.ccgledger.events.ServiceLine;
import org.ccgledger.events.SeveranceId;
import org.ccgledger.events.ShaCode;
import org.ccgledger.events.SiNumber;
import org.ccgledger.events.Source;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.SupportId;
import org.ccgledger.events.TariffVariationId;
import org.ccgledger.events.advice.AdviceEvent.*;
import org.ccgledger.events.advice.AdviceForm;
import org.ccgledger.events.advice.AdviceResponse;
import org.ccgledger.events.advice.AdvisoryKind;
import org.ccgledger.events.authorisation.AssessmentResult;
import org.ccgledger.events.authorisation.AssessmentStage;
import org.ccgledger.events.authorisation.AuthorisationEvent.*;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.authorisation.Criterion;
import org.ccgledger.events.authorisation.CriterionChange;
import org.ccgledger.events.catalogue.CatalogueEvent.*;
import org.ccgledger.events.committees.CommitteeEvent.*;
import org.ccgledger.events.committees.CommitteeKind;
import org.ccgledger.events.committees.CommitteeSeat;
import org.ccgledger.events.committees.CommitteeTerms;
import org.ccgledger.events.committees.CommitteeVotingRule;
import org.ccgledger.events.committees.SeatCapacity;
import org.ccgledger.events.concerns.ConcernCategory;
import org.ccgledger.events.concerns.ConcernEvent.*;
import org.ccgledger.events.concerns.ConcernOutcome;
import org.ccgledger.events.conditions.ConditionEvent.*;
import org.ccgledger.events.conditions.ConditionTerms;
import org.ccgledger.events.conditions.Milestone;
import org.ccgledger.events.conditions.ReviewAction;
import org.ccgledger.events.conditions.ReviewOutcome;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.conduct.ConductEvent.*;
import org.ccgledger.events.conduct.GiftKind;
import org.ccgledger.events.conduct.TrainingModule;
import org.ccgledger.events.corrections.CorrectionEvent.RecordCorrected;
import org.ccgledger.events.delegations.Delegate;
import org.ccgledger.events.delegations.DelegationEvent.*;
import org.ccgledger.events.delegations.ReservedTo;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.ccgledger.events.funds.FundEvent.*;
import org.ccgledger.events.governingbodies.AppointmentEndCause;
import org.ccgledger.events.governingbodies.CompositionRequirement;
import org.ccgledger.events.governingbodies.GoverningBodyEvent.*;
import org.ccgledger.events.governingbodies.Seat;
import org.ccgledger.events.instruments.GivenPower;
import org.ccgledger.events.instruments.House;
import org.ccgledger.events.instruments.InstrumentEvent.*;
import org.ccgledger.events.instruments.PowerManner;
import org.ccgledger.events.instruments.Procedure;
import org.ccgledger.events.interestregisters.InterestRegisterEvent.*;
import org.ccgledger.events.interestregisters.RegisterKind;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.interests.InterestEvent.*;
import org.ccgledger.events.interests.InterestTerms;
import org.ccgledger.events.jointcommittees.CommitteeInCommon;
import org.ccgledger.events.jointcommittees.DissolutionCause;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.ccgledger.events.jointcommittees.SuspensionCause;
import org.ccgledger.events.membership.ContractType;
import org.ccgledger.events.membership.EndCause;
import org.ccgledger.events.membership.MembershipEvent.*;
import org.ccgledger.events.performance.AssessedDuty;
import org.ccgledger.events.performance.BoardView;
import org.ccgledger.events.performance.DutyFinding;
import org.ccgledger.events.performance.Outcome;
import org.ccgledger.events.performance.PerformanceEvent.*;
import org.ccgledger.events.performance.PerformanceRating;
import org.ccgledger.events.pledges.PledgeBearing;
import org.ccgledger.events.pledges.PledgeEvent.*;
import org.ccgledger.events.predecessors.Holding;
import org.ccgledger.events.predecessors.HoldingKind;
import org.ccgledger.events.predecessors.PredecessorEvent.*;
import org.ccgledger.events.predecessors.Share;
import org.ccgledger.events.predecessors.TransferLine;
import org.ccgledger.events.pressure.PressureDecision;
import org.ccgledger.events.pressure.PressureEvent.*;
import org.ccgledger.events.procurement.AwardRecord;
import org.ccgledger.events.procurement.ConflictRuling;
import org.ccgledger.events.procurement.ContractEndCause;
import org.ccgledger.events.procurement.DutiesNote;
import org.ccgledger.events.procurement.ManagedConflict;
import org.ccgledger.events.procurement.MonitorFinding;
import org.ccgledger.events.procurement.ProcurementEvent.*;
import org.ccgledger.events.procurement.ProcurementRoute;
import org.ccgledger.events.procurement.SelectionGround;
import org.ccgledger.events.registry.AppointmentRoute;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.registry.PopulationBasis;
import org.ccgledger.events.registry.RegistryEvent.*;
import org.ccgledger.events.runningcosts.BudgetedLine;
import org.ccgledger.events.runningcosts.CostFund;
import org.ccgledger.events.runningcosts.CostPart;
import org.ccgledger.events.runningcosts.RunningCostEvent.*;
import org.ccgledger.events.severances.ClauseKind;
import org.ccgledger.events.severances.ReturnCause;
import org.ccgledger.events.severances.SeveranceClause;
import org.ccgledger.events.severances.SeveranceEvent.*;
import org.ccgledger.events.severances.SeverancePayment;
import org.ccgledger.events.support.SupportEvent.*;
import org.ccgledger.events.support.SupportProviderKind;
import org.ccgledger.events.tariffs.TariffChangeKind;
import org.ccgledger.events.tariffs.TariffEvent.*;
import org.ccgledger.events.tariffs.TariffPurpose;
import org.jspecify.annotations.Nullable;

/// Three groups: Kingston without conditions, Airedale with two of which one is discharged, and
/// Thurrock with a condition and a direction that takes a function from it.
public final class SampleHistory {

    public static final CcgCode KINGSTON = new CcgCode("08J");
    public static final CcgCode AIREDALE = new CcgCode("02N");
    public static final CcgCode THURROCK = new CcgCode("07G");
    public static final FunctionCode ACUTE = new FunctionCode("acute-commissioning");

    private static final CatalogueVersion FINAL = new CatalogueVersion("final-2012");
    private static final CriterionId PLAN = new CriterionId("3.1.1A");
    private static final CriterionId BODY = new CriterionId("SYN-4.07");
    private static final PersonId SOMEONE = new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11");

    private static final PersonId EMPLOYEE = new PersonId("0e2d1f64-5a8b-4c55-9f20-7a3d1c9e8b42");
    private static final InterestId SHARES = new InterestId("3c1f7a90-55d2-4e1b-8b64-0a9d7e2c4f18");
    private static final InterestId WITHHELD =
            new InterestId("5e8c0d17-9b3a-4f62-8d40-1c7a6f2b9e35");
    private static final InterestId CHARITY =
            new InterestId("a7d2e9b1-0f43-4c86-9a5d-6e1b8c3f7024");

    private static final FinancialYear YEAR = new FinancialYear("2013/14");

    private final RecordedHistory history;
    private long beforeReview;
    private long afterReview;
    private long beforeNotice;
    private long beforeBreach;
    private long beforeTaint;
    private long beforeSecondScheme;

    private SampleHistory(RecordedHistory history) {
        this.history = history;
    }

    public static SampleHistory appendTo(RecordedHistory history) {
        SampleHistory sample = new SampleHistory(history);
        sample.reference();
        sample.authorised(KINGSTON, "NHS Kingston", "Q71", 1, "2012-12-10", List.of(), List.of());
        sample.authorised(
                AIREDALE,
                "NHS Airedale, Wharfedale and Craven",
                "Q52",
                2,
                "2013-01-22",
                List.of(
                        condition("02N-C1", PLAN, "Set out a detailed plan", SupportLevel.I),
                        condition("02N-C2", BODY, "=Fill the seats of the body", SupportLevel.III)),
                List.of());
        sample.authorised(
                THURROCK,
                "NHS Thurrock",
                "Q57",
                4,
                "2013-03-14",
                List.of(condition("07G-C1", PLAN, "Balance the books", SupportLevel.VI)),
                List.of(direction(THURROCK)));
        sample.reviewed();
        sample.directed();
        sample.moved();
        sample.seated();
        sample.committed();
        sample.legislated();
        sample.joined();
        sample.pressed();
        sample.declared();
        sample.funded();
        sample.allotted();
        sample.procured();
        sample.supported();
        sample.advised();
        CoCommissioningHistory.appendTo(history);
        sample.beforeTaint = SampleMeetings.appendTo(history);
        sample.priced();
        sample.left();
        sample.disclosed();
        sample.corrected();
        sample.pledged();
        sample.succeeded();
        SuccessionHistory.appendTo(history);
        return sample;
    }

    /// The last position before Airedale's review was recorded, and the last of it.
    public long beforeReview() {
        return beforeReview;
    }

    public long afterReview() {
        return afterReview;
    }

    /// The last position before Kingston gave notice to leave the joint committee.
    public long beforeNotice() {
        return beforeNotice;
    }

    /// The last position before Kingston was recorded to have spent more than its envelope.
    public long beforeBreach() {
        return beforeBreach;
    }

    /// The last position before an interest was found to taint a decision of Kingston's.
    public long beforeTaint() {
        return beforeTaint;
    }

    /// The last position before Kingston's trust was found to hold more, and to share otherwise.
    public long beforeSecondScheme() {
        return beforeSecondScheme;
    }

    private void reference() {
        Source source = new Source(Source.Standing.SYNTHETIC, "placeholder", null);
        history.append(
                StreamName.catalogue(FINAL),
                new CriteriaCataloguePublished(
                        FINAL,
                        List.of(
                                new Criterion(PLAN, 3, "A clear and credible plan", source),
                                new Criterion(BODY, 4, "All seats are filled", source)),
                        day("2012-05-01")));
        for (int wave = 1; wave <= 4; wave++) {
            history.append(
                    StreamName.wave(wave),
                    new WaveOpened(
                            wave,
                            day("2012-07-02"),
                            YearMonth.of(2012, 12),
                            FINAL,
                            10 * wave,
                            day("2012-05-23")));
        }
        history.append(
                StreamName.ccg(new CcgCode("99Z")),
                new ReferenceCCGImported(
                        new CcgCode("99Z"),
                        new OnsCode("E38000299"),
                        "NHS Nowhere",
                        "Wessex",
                        "South of England",
                        source,
                        day("2013-04-01")));
    }

    private void authorised(
            CcgCode ccg,
            String place,
            String areaTeam,
            int wave,
            String on,
            List<ConditionTerms> conditions,
            List<DirectionTerms> directions) {
        String name = place + " Clinical Commissioning Group";
        OnsCode ons = new OnsCode("E380000" + ccg.value().substring(0, 2));
        AreaTeamCode team = new AreaTeamCode(areaTeam);
        List<AreaCode> area = List.of(new AreaCode(ons.value()));
        List<PracticeCode> practices =
                List.of(practice(ccg, 1), practice(ccg, 2), practice(ccg, 3));
        DocRef constitution = DocRef.titled("Constitution of " + place);
        int first = ccg.equals(AIREDALE) ? 1 : wave;
        List<org.ccgledger.events.CcgEvent> events = new ArrayList<>();
        events.add(
                new CCGProposed(
                        ccg,
                        ons,
                        team,
                        name,
                        area,
                        practices,
                        constitution,
                        SOMEONE,
                        day("2012-06-01")));
        events.add(new AssignedToWave(ccg, first, FINAL, day("2012-06-02")));
        if (first != wave) {
            events.add(new ApplicationDeferred(ccg, first, wave, FINAL, day("2012-06-20")));
        }
        events.add(
                new ApplicationSubmitted(
                        ccg,
                        wave,
                        List.of(),
                        DocRef.titled("Self-certification"),
                        day("2012-07-01")));
        for (CriterionId criterion : List.of(PLAN, BODY)) {
            boolean met =
                    conditions.stream().noneMatch(terms -> criterion.equals(terms.criterion()));
            events.add(
                    new CriterionAssessed(
                            ccg,
                            criterion,
                            met ? AssessmentResult.MET : AssessmentResult.NOT_MET,
                            AssessmentStage.DESK_TOP,
                            null,
                            SOMEONE,
                            day("2012-09-01")));
        }
        events.add(
                new AssessmentModerated(
                        ccg,
                        ccg.equals(THURROCK)
                                ? List.of(
                                        new CriterionChange(
                                                BODY, AssessmentResult.NOT_MET, "Two seats empty"))
                                : List.of(),
                        "Authorise",
                        List.of(),
                        day("2012-10-01")));
        events.add(
                new CCGAuthorised(
                        ccg,
                        ons,
                        team,
                        name,
                        area,
                        practices,
                        constitution,
                        wave,
                        outcome(conditions, directions),
                        conditions,
                        directions,
                        day(on)));
        history.append(
                StreamName.application(ccg), events.toArray(org.ccgledger.events.CcgEvent[]::new));
        history.append(
                StreamName.ccg(ccg),
                new CCGEstablished(ccg, ons, name, team, area, practices, constitution, day(on)),
                new PopulationRecorded(ccg, PopulationBasis.LIST, 150_000 + wave, day(on), day(on)),
                new AccountableOfficerAppointed(
                        ccg, SOMEONE, null, day(on), AppointmentRoute.NOMINATION, day(on)),
                new ConstitutionVaried(
                        ccg,
                        new org.ccgledger.events.VariationId(ccg + "-V1"),
                        2,
                        DocRef.titled("Constitution, second version"),
                        List.of(ConstitutionPermission.JOINT_COMMITTEES),
                        day("2014-10-01")));
    }

    /// Kingston's governing body has a chair and, until the summer of 2014, a lay member for audit.
    private void seated() {
        AppointmentId chair = new AppointmentId("08J-A1");
        AppointmentId auditor = new AppointmentId("08J-A2");
        history.append(
                StreamName.governingBody(KINGSTON),
                appointed(chair, Seat.CHAIR, new Period(day("2013-04-01"), day("2016-03-31"))),
                appointed(auditor, Seat.LAY_AUDIT, Period.from(day("2013-04-01"))),
                new AppointmentEnded(
                        KINGSTON,
                        auditor,
                        SOMEONE,
                        Seat.LAY_AUDIT,
                        day("2014-06-30"),
                        AppointmentEndCause.RESIGNED,
                        day("2014-06-30")),
                new GoverningBodyCompositionBreached(
                        KINGSTON,
                        auditor,
                        day("2014-07-01"),
                        List.of(CompositionRequirement.LAY_MEMBER_FOR_AUDIT),
                        day("2014-06-30")));
    }

    private static GoverningBodyMemberAppointed appointed(
            AppointmentId appointment, Seat seat, Period term) {
        return new GoverningBodyMemberAppointed(
                KINGSTON, appointment, SOMEONE, null, seat, term, List.of(), day("2013-04-01"));
    }

    /// Kingston has a committee for primary care, of which the practitioner leaves, and had one for
    /// finance; it delegates to both, reserves a function, and takes one back.
    private void committed() {
        CommitteeId primary = new CommitteeId("08J-primary-care");
        CommitteeId finance = new CommitteeId("08J-finance");
        CommitteeAppointmentId doctor = new CommitteeAppointmentId("08J-primary-care-M2");
        history.append(
                StreamName.committee(primary),
                new CommitteeEstablished(
                        primary,
                        KINGSTON,
                        CommitteeKind.PCCC,
                        "Primary care commissioning",
                        committeeTerms(3, null),
                        day("2015-02-02")),
                member(primary, 1, SOMEONE, "lay-chair"),
                member(primary, 2, EMPLOYEE, "practitioners"),
                new CommitteeAppointmentEnded(
                        primary,
                        KINGSTON,
                        doctor,
                        EMPLOYEE,
                        new SeatCode("practitioners"),
                        day("2015-09-30"),
                        AppointmentEndCause.RESIGNED,
                        day("2015-10-01")),
                new TermsAmended(
                        primary,
                        KINGSTON,
                        2,
                        committeeTerms(1, new BigDecimal("75")),
                        day("2015-11-01")));
        history.append(
                StreamName.committee(finance),
                new CommitteeEstablished(
                        finance,
                        KINGSTON,
                        CommitteeKind.FINANCE,
                        "Finance",
                        committeeTerms(1, null),
                        day("2015-02-02")),
                new CommitteeDisbanded(finance, KINGSTON, null, day("2015-07-01")));
        DelegationId first = new DelegationId("08J-S1");
        Delegate officer = Delegate.to(new OfficeCode("chief-finance-officer"));
        BigDecimal limit = new BigDecimal("250000.00");
        history.append(
                StreamName.delegations(KINGSTON),
                new FunctionDelegated(KINGSTON, first, ACUTE, officer, limit, day("2015-03-01")),
                new FunctionDelegated(
                        KINGSTON,
                        new DelegationId("08J-S2"),
                        ACUTE,
                        Delegate.to(primary),
                        null,
                        day("2015-03-01")),
                new FunctionDelegated(
                        KINGSTON,
                        new DelegationId("08J-S3"),
                        ACUTE,
                        Delegate.to(finance),
                        null,
                        day("2015-03-01")),
                new DelegationRevoked(KINGSTON, first, ACUTE, officer, day("2015-08-01")),
                new FunctionReserved(
                        KINGSTON,
                        new FunctionCode("planning"),
                        ReservedTo.MEMBERSHIP,
                        day("2015-08-01")),
                new ReservationLifted(KINGSTON, new FunctionCode("planning"), day("2016-01-01")));
    }

    private static CommitteeMemberAppointed member(
            CommitteeId committee, int number, PersonId person, String seat) {
        return new CommitteeMemberAppointed(
                committee,
                KINGSTON,
                new CommitteeAppointmentId(committee + "-M" + number),
                person,
                null,
                new SeatCode(seat),
                true,
                BodyRef.ccg(KINGSTON),
                new Period(day("2015-04-01"), day("2018-03-31")),
                day("2015-02-02"));
    }

    private static CommitteeTerms committeeTerms(int quorum, @Nullable BigDecimal percent) {
        return new CommitteeTerms(
                List.of(
                        new CommitteeSeat(new SeatCode("lay-chair"), SeatCapacity.LAY, 1, true),
                        new CommitteeSeat(
                                new SeatCode("practitioners"),
                                SeatCapacity.GENERAL_PRACTITIONER,
                                2,
                                true),
                        new CommitteeSeat(
                                new SeatCode("healthwatch"), SeatCapacity.OTHER, 1, false)),
                new SeatCode("lay-chair"),
                null,
                quorum,
                percent == null ? CommitteeVotingRule.MAJORITY : CommitteeVotingRule.SUPERMAJORITY,
                percent,
                true,
                List.of(ACUTE));
    }

    private void reviewed() {
        beforeReview =
                history.append(
                        StreamName.conditions(AIREDALE),
                        new RectificationPlanAgreed(
                                AIREDALE,
                                DocRef.titled("Rectification plan"),
                                List.of(
                                        new Milestone("Draft plan", day("2013-03-01")),
                                        new Milestone("Final plan", day("2013-06-01"))),
                                day("2013-02-01")));
        afterReview =
                history.append(
                        StreamName.conditions(AIREDALE),
                        new ConditionReviewDecided(
                                AIREDALE,
                                1,
                                List.of(
                                        new ReviewOutcome(
                                                new ConditionId("02N-C1"),
                                                ReviewAction.REMOVE,
                                                null,
                                                null,
                                                null)),
                                1,
                                YearMonth.of(2013, 7),
                                day("2013-03-27")),
                        new ConditionDischarged(
                                AIREDALE, new ConditionId("02N-C1"), PLAN, 1, day("2013-03-27")),
                        new ConditionSupportLevelChanged(
                                AIREDALE,
                                new ConditionId("02N-C2"),
                                SupportLevel.III,
                                SupportLevel.II,
                                1,
                                day("2013-03-27")),
                        new ConditionMainstreamed(
                                AIREDALE,
                                new ConditionId("02N-C2"),
                                DocRef.titled("Assurance 2013/14"),
                                day("2014-03-31")));
    }

    private void directed() {
        DirectionId direction = new DirectionId("07G-D1");
        history.append(
                StreamName.directions(THURROCK),
                new FunctionExerciseAssigned(
                        THURROCK,
                        direction,
                        ACUTE,
                        BodyRef.ccg(KINGSTON),
                        null,
                        day("2013-06-01")));
        history.append(
                StreamName.directions(THURROCK),
                new DirectionRevoked(
                        THURROCK, direction, DocRef.titled("Handover"), day("2014-05-01")),
                new FunctionReturned(THURROCK, direction, ACUTE, day("2014-05-01")));
    }

    private void moved() {
        PracticeCode moving = practice(AIREDALE, 3);
        history.append(
                StreamName.membership(moving),
                new PracticeAdmitted(moving, AIREDALE, ContractType.GMS, day("2013-01-22")),
                new PracticeTransferred(moving, AIREDALE, KINGSTON, day("2013-10-01")),
                new PracticeMembershipEnded(moving, KINGSTON, EndCause.CLOSED, day("2014-01-01")));
    }

    /// The order of 2014 in its passage, and one that the Commons reject.
    private void legislated() {
        InstrumentId order = new InstrumentId("lro-ccgs-2014");
        List<GivenPower> powers =
                List.of(
                        new GivenPower(new PowerCode("14Z3"), PowerManner.BY_JOINT_COMMITTEE),
                        new GivenPower(new PowerCode("14Z9"), PowerManner.BY_JOINT_COMMITTEE));
        history.append(
                StreamName.instrument(order),
                new InstrumentLaid(
                        order,
                        "Legislative Reform (Clinical Commissioning Groups) Order 2014",
                        "Legislative and Regulatory Reform Act 2006 s.1",
                        Procedure.AFFIRMATIVE,
                        powers,
                        day("2014-03-13")),
                new ScrutinyReported(
                        order,
                        "Regulatory Reform Committee",
                        DocRef.titled("Fifth report"),
                        true,
                        day("2014-04-10")),
                new HouseApproved(order, House.LORDS, true, day("2014-07-20")),
                new DivisionRecorded(order, House.COMMONS, 276, 152, 124, day("2014-09-09")),
                new HouseApproved(order, House.COMMONS, false, day("2014-09-09")),
                new InstrumentMade(
                        order,
                        new SiNumber("2014/2436"),
                        powers,
                        day("2014-10-01"),
                        day("2014-09-10")),
                new InstrumentRevoked(order, null, powers, day("2022-07-01"), day("2022-04-28")));
        InstrumentId rejected = new InstrumentId("order-2-2014");
        history.append(
                StreamName.instrument(rejected),
                new InstrumentLaid(
                        rejected,
                        "An order that is not approved",
                        "NHS Act 2006",
                        Procedure.AFFIRMATIVE,
                        List.of(),
                        day("2014-05-01")),
                new DivisionRecorded(rejected, House.COMMONS, 100, 100, 0, day("2014-05-20")),
                new HouseRejected(rejected, House.COMMONS, day("2014-05-20")));
    }

    /// A joint committee of the three groups, to which a fourth is invited and declines. The terms
    /// are varied before it is formed and after, one member leaves, and with the next it ends.
    private void joined() {
        JointCommitteeId committee = new JointCommitteeId("north-and-south");
        BodyRef airedale = BodyRef.ccg(AIREDALE);
        BodyRef thurrock = BodyRef.ccg(THURROCK);
        BodyRef kingston = BodyRef.ccg(KINGSTON);
        BodyRef nowhere = BodyRef.ccg(new CcgCode("99Z"));
        DocRef minutes = DocRef.titled("Minutes");
        JointTerms first = terms(JointVotingRule.MAJORITY, null);
        JointTerms second = terms(JointVotingRule.UNANIMITY, null);
        JointTerms third = terms(JointVotingRule.SUPERMAJORITY, new BigDecimal("75"));
        StreamName stream = StreamName.jointCommittee(committee);
        beforeNotice =
                history.append(
                        stream,
                        new JointCommitteeProposed(
                                committee,
                                "North and South",
                                JointPower.S14Z3,
                                kingston,
                                List.of(airedale, thurrock, kingston, nowhere),
                                first,
                                day("2014-10-01")),
                        new JointTermsProposed(committee, 2, second, airedale, day("2014-10-05")),
                        new JoinAgreed(committee, airedale, 2, minutes, null, day("2014-10-10")),
                        new JoinDeclined(committee, nowhere, day("2014-10-11")),
                        new JoinAgreed(committee, thurrock, 2, minutes, null, day("2014-10-20")),
                        new JoinAgreed(committee, kingston, 2, minutes, null, day("2014-10-21")),
                        new JointCommitteeFormed(
                                committee,
                                "North and South",
                                JointPower.S14Z3,
                                List.of(airedale, thurrock, kingston),
                                2,
                                second,
                                day("2014-11-01")),
                        new MatterReservedToMember(
                                committee, kingston, "Maternity", day("2014-11-02")),
                        new MemberSuspended(
                                committee,
                                thurrock,
                                SuspensionCause.FUNCTIONS_TAKEN,
                                List.of(ACUTE),
                                day("2014-12-10")),
                        new MemberSuspensionLifted(committee, thurrock, day("2014-12-20")),
                        new CommitteesInCommonConverted(
                                committee,
                                List.of(
                                        new CommitteeInCommon(
                                                new CommitteeId("02N-in-common"), AIREDALE),
                                        new CommitteeInCommon(
                                                new CommitteeId("08J-in-common"), KINGSTON)),
                                day("2014-12-15")));
        history.append(
                stream,
                new WithdrawalNoticeGiven(
                        committee, kingston, day("2015-05-01"), day("2015-01-31")),
                new JointTermsProposed(committee, 3, third, airedale, day("2015-02-05")),
                new JointTermsAgreed(committee, airedale, 3, minutes, day("2015-02-10")),
                new JointTermsAgreed(committee, thurrock, 3, minutes, day("2015-02-20")),
                new JointTermsVaried(
                        committee, 3, third, List.of(airedale, thurrock), day("2015-02-20")),
                new MemberWithdrew(committee, kingston, day("2015-05-01")),
                new WithdrawalNoticeGiven(
                        committee, airedale, day("2015-09-01"), day("2015-06-01")),
                new MemberWithdrew(committee, airedale, day("2015-09-01")),
                new JointCommitteeDissolved(
                        committee,
                        List.of(thurrock),
                        DissolutionCause.TOO_FEW_MEMBERS,
                        day("2015-09-01")));
    }

    private static JointTerms terms(JointVotingRule rule, @Nullable BigDecimal percent) {
        return new JointTerms(
                List.of(ACUTE),
                rule,
                percent,
                false,
                2,
                90,
                "In turn",
                List.of("Mergers"),
                "Mediation",
                "Each for its own functions",
                null);
    }

    /// The area of a group turns out to have been misread.
    private void corrected() {
        CorrectionId correction = new CorrectionId("08J-correction-1");
        history.append(
                StreamName.correction(correction),
                new RecordCorrected(
                        correction,
                        new LedgerEntry("ccg:08J", 1),
                        KINGSTON,
                        "area",
                        "E38000008",
                        "E38000091",
                        day("2015-06-01")));
    }

    /// A promise that joint committees are voluntary, and a report of pressure that goes against
    /// it.
    private void pledged() {
        PledgeId pledge = new PledgeId("voluntary");
        history.append(
                StreamName.pledge(pledge),
                new PledgeRecorded(
                        pledge,
                        new BodyRef("DH/2012"),
                        "Joint committees",
                        "Arrangements are voluntary.",
                        new Source(Source.Standing.STATED, "Commons debate", null),
                        day("2014-09-09")),
                new PledgeEvidenceLinked(
                        pledge,
                        new LedgerEntry("pressure:07G-pressure-1", 1),
                        PledgeBearing.CONTRADICTS,
                        day("2014-11-01")));
    }

    private void pressed() {
        PressureId pressure = new PressureId("07G-pressure-1");
        history.append(
                StreamName.pressure(pressure),
                new PressureReported(
                        pressure,
                        THURROCK,
                        BodyRef.BOARD,
                        new JointCommitteeId("north-and-south"),
                        "Joining the joint committee",
                        "The regional office asked three times.",
                        day("2014-10-05")));
        history.append(
                StreamName.pressure(pressure),
                new PressureResolved(
                        pressure, THURROCK, PressureDecision.RESISTED, day("2014-10-20")));
    }

    /// To Kingston: a member's interest, late, confirmed and ended; an employee's, amended; and
    /// that there is none.
    private void declared() {
        InterestTerms shares = interest(SOMEONE, day("2013-04-01"), null);
        StreamName member = StreamName.interests(SOMEONE, KINGSTON);
        history.append(
                member,
                new InterestDeclared(
                        SHARES,
                        SOMEONE,
                        KINGSTON,
                        new PersonalText(SOMEONE, "Dr Somebody"),
                        DeclarantClass.MEMBER,
                        practice(KINGSTON, 1),
                        true,
                        shares,
                        day("2013-04-01"),
                        true,
                        null,
                        day("2013-05-01")),
                new InterestDeclaredLate(
                        SHARES,
                        SOMEONE,
                        KINGSTON,
                        day("2013-04-01"),
                        day("2013-04-29"),
                        day("2013-05-01")));
        history.append(
                member, new InterestConfirmed(SHARES, SOMEONE, KINGSTON, null, day("2013-05-10")));
        history.append(
                member,
                new InterestEnded(SHARES, SOMEONE, KINGSTON, day("2014-03-31"), day("2014-04-07")));
        history.append(
                StreamName.interests(EMPLOYEE, KINGSTON),
                new NilInterestsDeclared(
                        EMPLOYEE,
                        KINGSTON,
                        null,
                        DeclarantClass.EMPLOYEE,
                        null,
                        false,
                        day("2013-05-01")),
                new InterestDeclared(
                        CHARITY,
                        EMPLOYEE,
                        KINGSTON,
                        null,
                        DeclarantClass.EMPLOYEE,
                        null,
                        false,
                        interest(EMPLOYEE, day("2013-09-01"), null),
                        day("2013-09-01"),
                        true,
                        null,
                        day("2013-09-02")));
        history.append(
                StreamName.interests(EMPLOYEE, KINGSTON),
                new InterestConfirmed(CHARITY, EMPLOYEE, KINGSTON, null, day("2013-09-10")),
                new InterestAmended(
                        CHARITY,
                        EMPLOYEE,
                        KINGSTON,
                        interest(EMPLOYEE, day("2013-08-01"), null),
                        day("2013-10-01")));
        watched();
        conducted();
    }

    /// An employee's interest in Airedale is withheld by its guardian; Airedale confirms and
    /// publishes its register.
    private void watched() {
        history.append(
                StreamName.interests(EMPLOYEE, AIREDALE),
                new InterestDeclared(
                        WITHHELD,
                        EMPLOYEE,
                        AIREDALE,
                        null,
                        DeclarantClass.GOVERNING_BODY_MEMBER,
                        null,
                        true,
                        interest(EMPLOYEE, day("2013-04-01"), null),
                        day("2013-04-01"),
                        false,
                        null,
                        day("2013-04-02")));
        history.append(
                StreamName.interestRegister(AIREDALE),
                new GuardianAppointed(AIREDALE, SOMEONE, null, day("2013-04-01")));
        history.append(
                StreamName.interests(EMPLOYEE, AIREDALE),
                new PublicationWithheld(WITHHELD, EMPLOYEE, AIREDALE, day("2013-06-01")));
        history.append(
                StreamName.interestRegister(AIREDALE),
                new RegisterConfirmed(
                        AIREDALE,
                        new Period(day("2013-04-01"), day("2014-03-31")),
                        1,
                        List.of(EMPLOYEE),
                        day("2014-04-10")),
                new RegisterPublished(
                        AIREDALE,
                        RegisterKind.INTERESTS,
                        day("2014-03-31"),
                        1,
                        "7d1a",
                        day("2014-04-10")));
    }

    /// Two offers of one offeror to a member of Kingston, training, and a breach that is published.
    private void conducted() {
        offered("8b2f4d61-3e7a-4c95-a0d8-5f16c9b7e302", "9.50", true, day("2014-02-01"));
        offered("1d5e8a37-c4b2-4f69-8e03-7ab6f9d2c518", "120", false, day("2014-03-01"));
        history.append(
                StreamName.training(SOMEONE, KINGSTON),
                new TrainingRecorded(
                        SOMEONE,
                        KINGSTON,
                        TrainingModule.MODULE_1,
                        day("2014-03-01"),
                        day("2014-03-02")));
        BreachId breach = new BreachId("f3a96c08-d215-4b7e-9c4f-20e8b1d7a653");
        history.append(
                StreamName.breach(breach),
                new BreachReported(
                        breach,
                        KINGSTON,
                        SOMEONE,
                        new PersonalText(SOMEONE, "What was not said"),
                        SHARES,
                        day("2014-05-01")),
                new BreachClosed(
                        breach,
                        KINGSTON,
                        SOMEONE,
                        new PersonalText(SOMEONE, "What was found"),
                        day("2014-06-01")),
                new BreachPublished(
                        breach, KINGSTON, "An interest was not declared.", day("2014-06-01")));
    }

    private void offered(String id, String value, boolean accepted, LocalDate on) {
        GiftId gift = new GiftId(id);
        history.append(
                StreamName.gift(gift),
                new GiftDeclared(
                        gift,
                        SOMEONE,
                        KINGSTON,
                        null,
                        DeclarantClass.MEMBER,
                        GiftKind.GIFT,
                        new BodyRef("PROVIDER/NQ101"),
                        null,
                        new PersonalText(SOMEONE, "What was offered"),
                        new BigDecimal(value),
                        on,
                        null,
                        accepted,
                        null,
                        on.plusDays(1)));
    }

    /// Kingston's year 2013/14, whose finance team Airedale shares; it spends more than it has.
    private void funded() {
        Source source = new Source(Source.Standing.STATED, "Briefing note", null);
        PopulationBasis basis = PopulationBasis.ONS_MODERATED;
        history.append(
                StreamName.runningCostPolicy(YEAR),
                new RunningCostPolicySet(
                        YEAR, 1, new Money("25"), null, basis, source, day("2012-11-01")));
        history.append(
                StreamName.runningCosts(KINGSTON, YEAR),
                new RunningCostAllowanceSet(
                        KINGSTON,
                        YEAR,
                        basis,
                        1_000,
                        day("2012-04-01"),
                        new Money("25"),
                        new Money("25000"),
                        day("2013-01-01")));
        history.append(
                StreamName.runningCosts(AIREDALE, YEAR),
                new RunningCostAllowanceSet(
                        AIREDALE,
                        YEAR,
                        basis,
                        500,
                        day("2012-04-01"),
                        new Money("26"),
                        new Money("13000"),
                        day("2013-02-01")),
                new AllowanceOutOfPolicyRange(
                        AIREDALE, YEAR, new Money("26"), 1, day("2013-02-01")));
        CostLine team = new CostLine("finance-team");
        CostLine office = new CostLine("office");
        BigDecimal whole = new BigDecimal("100");
        history.append(
                StreamName.runningCosts(KINGSTON, YEAR),
                new RunningCostBudgetSet(
                        KINGSTON,
                        YEAR,
                        1,
                        List.of(
                                new BudgetedLine(
                                        office,
                                        new Money("20000"),
                                        List.of(
                                                new CostPart(
                                                        KINGSTON, whole, new Money("20000"))))),
                        new Money("20000"),
                        day("2013-04-01")),
                new RunningCostBudgetSet(
                        KINGSTON,
                        YEAR,
                        2,
                        List.of(
                                new BudgetedLine(team, new Money("10000"), shared("6000", "4000")),
                                new BudgetedLine(
                                        office,
                                        new Money("15000"),
                                        List.of(
                                                new CostPart(
                                                        KINGSTON, whole, new Money("15000"))))),
                        new Money("21000"),
                        day("2013-05-01")));
        history.append(
                StreamName.runningCosts(KINGSTON, YEAR),
                new RunningCostSpendRecorded(
                        KINGSTON,
                        YEAR,
                        YearMonth.of(2013, 5),
                        team,
                        new Money("2000"),
                        CostFund.RUNNING_COSTS,
                        new Money("1200"),
                        shared("1200", "800"),
                        day("2013-06-10")));
        history.append(
                StreamName.runningCosts(AIREDALE, YEAR),
                new SharedCostPosted(
                        AIREDALE,
                        YEAR,
                        KINGSTON,
                        YearMonth.of(2013, 5),
                        team,
                        new Money("800"),
                        CostFund.RUNNING_COSTS,
                        day("2013-06-10")));
        beforeBreach =
                history.append(
                        StreamName.runningCosts(KINGSTON, YEAR),
                        new EnvelopeAffordabilityDemonstrated(
                                KINGSTON,
                                YEAR,
                                DocRef.titled("One finance team"),
                                new Money("21000"),
                                new Money("25000"),
                                day("2013-06-30")),
                        new StructureChanged(
                                KINGSTON,
                                YEAR,
                                DocRef.titled("One finance team"),
                                "One finance team for two groups",
                                List.of(AIREDALE),
                                day("2013-07-01")));
        history.append(
                StreamName.runningCosts(KINGSTON, YEAR),
                new RunningCostSpendRecorded(
                        KINGSTON,
                        YEAR,
                        YearMonth.of(2013, 9),
                        office,
                        new Money("24000.50"),
                        CostFund.PROGRAMME,
                        new Money("24000.50"),
                        List.of(),
                        day("2013-10-10")),
                new RunningCostMisclassified(
                        KINGSTON,
                        YEAR,
                        YearMonth.of(2013, 9),
                        office,
                        new Money("24000.50"),
                        day("2013-10-10")),
                new RunningCostEnvelopeBreached(
                        KINGSTON,
                        YEAR,
                        new Money("25200.50"),
                        new Money("25000"),
                        new Money("200.50"),
                        day("2013-10-10")));
    }

    /// Kingston's funds of 2013/14, of which it commits too much, and how its year is assessed.
    private void allotted() {
        StreamName stream = StreamName.allocation(KINGSTON, YEAR);
        history.append(
                stream,
                new FundsAllotted(KINGSTON, YEAR, new Money("200000000"), day("2013-01-10")),
                new AllocationAdjusted(
                        KINGSTON,
                        YEAR,
                        new Money("-1000000"),
                        new Money("199000000"),
                        day("2013-05-01")),
                new FinancialLimitSet(
                        KINGSTON,
                        YEAR,
                        Role.CCG_FINANCE_OFFICER,
                        new Money("250000"),
                        day("2013-05-01")),
                new FundsCommitted(
                        KINGSTON,
                        YEAR,
                        new CommitmentId("08J-acute"),
                        "Acute services",
                        new Money("150000000"),
                        day("2013-05-02")),
                new FundsCommitted(
                        KINGSTON,
                        YEAR,
                        new CommitmentId("08J-pilot"),
                        "A pilot",
                        new Money("250000"),
                        day("2013-05-03")),
                new CommitmentReleased(
                        KINGSTON, YEAR, new CommitmentId("08J-pilot"), day("2013-06-01")),
                new CommitmentRecorded(
                        KINGSTON,
                        YEAR,
                        new CommitmentId("08J-packages"),
                        "Packages of care",
                        new Money("49000000.01"),
                        day("2013-12-01")),
                new AllocationOvercommitted(
                        KINGSTON,
                        YEAR,
                        new Money("199000000.01"),
                        new Money("199000000"),
                        new Money("0.01"),
                        day("2013-12-01")));
        history.append(
                StreamName.performance(KINGSTON, YEAR),
                new PerformanceAssessed(
                        KINGSTON,
                        YEAR,
                        List.of(
                                new DutyFinding(
                                        AssessedDuty.QUALITY,
                                        "Waiting times were kept",
                                        new Outcome(
                                                "Seen within 18 weeks",
                                                YEAR,
                                                new BigDecimal("90"),
                                                new BigDecimal("92.5"))),
                                new DutyFinding(
                                        AssessedDuty.FINANCE,
                                        "More was committed than given",
                                        null)),
                        List.of(
                                new BoardView(
                                        new BodyRef("LA/E09000021"),
                                        day("2014-05-01"),
                                        DocRef.titled("View of the board"))),
                        PerformanceRating.ASSURED_WITH_SUPPORT,
                        new Money("199000000"),
                        day("2014-06-30")),
                new AssessmentPublished(
                        KINGSTON, YEAR, DocRef.titled("Summary for 2013/14"), day("2014-07-15")));
    }

    /// Kingston is supported by a unit that the Board hosts, and sees late what is to follow.
    private void supported() {
        history.append(
                StreamName.backstopPeriod(),
                new BackstopPeriodSet(
                        day("2011-11-02"),
                        day("2016-03-31"),
                        new Source(Source.Standing.STATED, "Speech of 2 November 2011", null),
                        day("2011-11-02")));
        SupportId first = new SupportId("08J-support-1");
        SupportId second = new SupportId("08J-support-2");
        SupportId payroll = new SupportId("08J-payroll");
        ServiceLine contracts = new ServiceLine("contract-management");
        history.append(
                StreamName.support(first),
                new CommissioningSupportChosen(
                        first,
                        KINGSTON,
                        contracts,
                        SupportProviderKind.CSU_BACKSTOP,
                        new BodyRef("CSU/0AG"),
                        new Period(day("2013-04-01"), day("2016-03-31")),
                        new Money("350000"),
                        day("2013-03-01")));
        history.append(
                StreamName.support(payroll),
                new CommissioningSupportChosen(
                        payroll,
                        KINGSTON,
                        new ServiceLine("payroll"),
                        SupportProviderKind.INDEPENDENT,
                        new BodyRef("PROVIDER/NQ101"),
                        Period.from(day("2014-04-01")),
                        new Money("20000"),
                        day("2014-03-01")));
        history.append(
                StreamName.support(first),
                new BackstopSuccessionRisk(
                        first, KINGSTON, contracts, day("2016-03-31"), day("2015-09-30")));
        history.append(
                StreamName.support(second),
                new CommissioningSupportChosen(
                        second,
                        KINGSTON,
                        contracts,
                        SupportProviderKind.IN_HOUSE,
                        BodyRef.ccg(KINGSTON),
                        Period.from(day("2016-04-01")),
                        new Money("300000"),
                        day("2015-12-01")));
        history.append(
                StreamName.support(first),
                new CommissioningSupportEnded(
                        first, KINGSTON, day("2016-03-31"), second, day("2015-12-02")));
    }

    /// A senate tells Kingston what to do, and Kingston does not.
    private void advised() {
        AdviceId advice = new AdviceId("08J-advice-1");
        BodyRef senate = new BodyRef("SENATE/LONDON");
        StreamName stream = StreamName.advice(advice);
        history.append(
                stream,
                new AdviceRequested(
                        advice,
                        KINGSTON,
                        senate,
                        AdvisoryKind.SENATE,
                        "Should stroke care be in one place?",
                        day("2013-09-01")),
                new AdviceGiven(
                        advice,
                        KINGSTON,
                        senate,
                        DocRef.titled("Letter of the senate"),
                        AdviceForm.INSTRUCTION,
                        day("2013-10-01")),
                new AdviceOverreach(advice, KINGSTON, senate, day("2013-10-01")));
        history.append(
                stream,
                new EventMetadata(
                        "RespondToAdvice",
                        true,
                        Actor.SYSTEM,
                        null,
                        "The evidence is another.",
                        List.of(),
                        null,
                        "correlation",
                        null,
                        "rules-1"),
                new AdviceResponded(
                        advice, KINGSTON, AdviceResponse.NOT_ACCEPTED, day("2013-11-01")));
    }

    private static List<CostPart> shared(String ofKingston, String ofAiredale) {
        return List.of(
                new CostPart(KINGSTON, new BigDecimal("60"), new Money(ofKingston)),
                new CostPart(AIREDALE, new BigDecimal("40"), new Money(ofAiredale)));
    }

    /// Kingston finds a provider of urgent care by competition; the other one complains.
    private void procured() {
        ProcurementId urgentCare = new ProcurementId("08J-urgent-care");
        BodyRef provider = new BodyRef("PROVIDER/NQ101");
        BodyRef other = new BodyRef("PROVIDER/RWN");
        ComplaintId complaint = new ComplaintId("08J-urgent-care-complaint-1");
        history.append(
                StreamName.procurement(urgentCare),
                new ServiceNeedIdentified(
                        urgentCare,
                        KINGSTON,
                        ACUTE,
                        "Urgent care",
                        "Patients wait for hours",
                        day("2013-04-02")),
                new ProcurementRouteDecided(
                        urgentCare,
                        KINGSTON,
                        ProcurementRoute.OPEN_COMPETITION,
                        List.of(SelectionGround.QUALITY),
                        null,
                        null,
                        null,
                        List.of(),
                        SOMEONE,
                        null,
                        "Governing body",
                        DocRef.titled("Minutes of May"),
                        day("2013-05-02")),
                new OpportunityAdvertised(
                        urgentCare, KINGSTON, "https://www.example.org/1", day("2013-06-03")),
                new BidRecorded(urgentCare, KINGSTON, provider, "Clinics Ltd", day("2013-07-01")),
                new BidRecorded(urgentCare, KINGSTON, other, "A trust", day("2013-07-02")),
                evaluated(urgentCare, provider, SOMEONE, "70"),
                evaluated(urgentCare, provider, EMPLOYEE, "75"),
                new ContractAwarded(
                        urgentCare,
                        KINGSTON,
                        new AwardRecord(
                                provider,
                                "Clinics Ltd",
                                "1 High Street, Kingston",
                                "Urgent care around the clock",
                                new Money("1200000.00"),
                                new Period(day("2014-04-01"), day("2017-03-31")),
                                "Open competition",
                                new DutiesNote("One place", "Shorter waits", "With 111")),
                        null,
                        List.of(SelectionGround.QUALITY),
                        List.of(SOMEONE),
                        List.of(new ManagedConflict(EMPLOYEE, SHARES, ConflictRuling.EXCLUDE)),
                        "One member with shares in a bidder took no part.",
                        "Governing body",
                        DocRef.titled("Minutes of September"),
                        null,
                        day("2013-09-03")),
                new AwardPublished(
                        urgentCare,
                        KINGSTON,
                        provider,
                        new DocRef("Contracts", "https://www.example.org/contracts", null),
                        day("2013-09-10")),
                new CompetitionComplaintRecorded(
                        urgentCare,
                        KINGSTON,
                        complaint,
                        other,
                        "The time to offer was short",
                        day("2013-10-01")),
                new MonitorFindingRecorded(
                        urgentCare,
                        KINGSTON,
                        complaint,
                        MonitorFinding.NO_BREACH,
                        "It was long enough",
                        day("2013-12-02")),
                new ContractVaried(
                        urgentCare,
                        KINGSTON,
                        provider,
                        "Urgent care by day",
                        new Money("900000.00"),
                        new Period(day("2014-04-01"), day("2016-03-31")),
                        "Fewer hours",
                        day("2014-06-02")),
                new ContractEnded(
                        urgentCare,
                        KINGSTON,
                        provider,
                        day("2015-03-31"),
                        ContractEndCause.BY_AGREEMENT,
                        day("2014-12-01")));
    }

    /// Kingston publishes a variation a day late; Monitor refuses a modification of Airedale's.
    private void priced() {
        TariffVariationId year = new TariffVariationId("08J-year-of-care");
        TariffVariationId island = new TariffVariationId("02N-remote-site");
        BodyRef trust = new BodyRef("PROVIDER/RWN");
        history.append(
                StreamName.tariffVariation(year),
                priced(year, KINGSTON, trust, TariffChangeKind.VARIATION),
                new TariffVariationAgreed(year, KINGSTON, trust, day("2013-06-01")),
                new VariationPublicationOverdue(
                        year, KINGSTON, day("2013-07-01"), day("2013-07-02")),
                new TariffVariationPublished(
                        year,
                        KINGSTON,
                        DocRef.titled("Statement"),
                        day("2013-07-02"),
                        day("2013-07-02")));
        history.append(
                StreamName.tariffVariation(island),
                priced(island, AIREDALE, trust, TariffChangeKind.MODIFICATION),
                new TariffVariationAgreed(island, AIREDALE, trust, day("2013-06-01")),
                new TariffModificationRefused(
                        island, AIREDALE, DocRef.titled("Letter"), day("2013-08-01")));
    }

    private static TariffVariationProposed priced(
            TariffVariationId variation, CcgCode ccg, BodyRef provider, TariffChangeKind kind) {
        return new TariffVariationProposed(
                variation,
                ccg,
                provider,
                "Care of diabetes",
                kind,
                "One price for a year of care",
                TariffPurpose.INTEGRATION,
                new Period(day("2013-08-01"), day("2014-07-31")),
                day("2013-05-15"));
    }

    /// Of two agreements of a trust one is returned for its clauses, amended and signed.
    private void left() {
        BodyRef trust = new BodyRef("PROVIDER/RWN");
        SeveranceId first = new SeveranceId("severance-2013-1");
        SeveranceId second = new SeveranceId("severance-2013-2");
        history.append(
                StreamName.severance(first),
                drafted(first, trust, ClauseKind.PREVENTS_PROTECTED_DISCLOSURE, "2013-04-02"),
                new SeveranceSubmitted(first, trust, null, day("2013-04-03")),
                new SeveranceReturned(first, trust, ReturnCause.GAGGING_CLAUSE, day("2013-04-10")),
                drafted(first, trust, ClauseKind.STATES_RIGHT_TO_DISCLOSE, "2013-04-15"),
                new SeveranceSubmitted(first, trust, day("2013-04-16"), day("2013-04-17")),
                new SeveranceApprovedByDH(first, trust, day("2013-04-27")),
                new SeveranceApprovedByTreasury(first, trust, day("2013-05-02")),
                new SeveranceSigned(first, trust, DocRef.titled("Agreement"), day("2013-05-03")));
        history.append(
                StreamName.severance(second),
                drafted(second, trust, ClauseKind.OTHER, "2013-04-02"),
                new SeveranceSubmitted(second, trust, null, day("2013-04-03")),
                new SeveranceRefused(second, trust, day("2013-04-20")));
    }

    private static SeveranceDrafted drafted(
            SeveranceId severance, BodyRef employer, ClauseKind kind, String on) {
        return new SeveranceDrafted(
                severance,
                employer,
                EMPLOYEE,
                new SeverancePayment(new Money("30000.00"), new Money("5000.00")),
                List.of(new SeveranceClause(1, kind, new PersonalText(EMPLOYEE, "Its words"))),
                DocRef.titled("Agreement"),
                day(on));
    }

    private void disclosed() {
        ConcernId concern = new ConcernId("concern-2013-1");
        BodyRef trust = new BodyRef("PROVIDER/RWN");
        PersonId pseudonym = new PersonId("7d1e5c20-93fb-4a68-b0c4-2f8e6a915d37");
        history.append(
                StreamName.concern(concern),
                new ConcernRaised(
                        concern,
                        trust,
                        ConcernCategory.PATIENT_SAFETY,
                        false,
                        new PersonalText(pseudonym, "Who disclosed it"),
                        new PersonalText(pseudonym, "What was disclosed"),
                        day("2013-05-01")),
                new ConcernClosed(
                        concern,
                        trust,
                        ConcernOutcome.UPHELD,
                        new PersonalText(pseudonym, "What came of it"),
                        day("2013-06-01")));
    }

    /// Kingston's trust gives way to two groups and the borough; a second scheme changes the shares
    /// of the first. Of another trust nothing is known but that it was there.
    private void succeeded() {
        PctCode trust = new PctCode("5A5");
        Holding acute = new Holding(HoldingKind.FUNCTION, "Acute services");
        Holding smoking = new Holding(HoldingKind.PUBLIC_HEALTH_FUNCTION, "Stop smoking services");
        Holding clinic = new Holding(HoldingKind.ASSET, "=Clinic");
        BodyRef borough = new BodyRef("LA/E09000021");
        ShaCode london = new ShaCode("Q36");
        beforeSecondScheme =
                history.append(
                        StreamName.predecessor(trust),
                        new PredecessorRegistered(
                                trust,
                                "Kingston PCT",
                                london,
                                List.of(acute, smoking),
                                day("2012-10-01")),
                        new TransferSchemeMade(
                                trust,
                                day("2013-04-01"),
                                List.of(
                                        line(acute, BodyRef.ccg(KINGSTON), "60"),
                                        line(acute, BodyRef.ccg(THURROCK), "40"),
                                        line(smoking, borough, "100")),
                                day("2013-03-15")));
        history.append(
                StreamName.predecessor(trust),
                new PredecessorRegistered(
                        trust, "Kingston PCT", london, List.of(clinic), day("2013-03-18")),
                new TransferSchemeMade(
                        trust,
                        day("2013-04-01"),
                        List.of(
                                line(acute, BodyRef.ccg(KINGSTON), "66.6667"),
                                line(acute, BodyRef.BOARD, "33.3333"),
                                line(clinic, new BodyRef("PROVIDER/NHSPS"), "100")),
                        day("2013-03-20")),
                posted(trust, 1, BodyRef.ccg(KINGSTON)),
                posted(trust, 2, BodyRef.ccg(KINGSTON)),
                posted(trust, 3, borough),
                new PredecessorAbolished(trust, day("2013-03-31")));
        PctCode other = new PctCode("5PY");
        history.append(
                StreamName.predecessor(other),
                new PredecessorRegistered(
                        other,
                        "South West Essex PCT",
                        new ShaCode("Q35"),
                        List.of(acute),
                        day("2012-10-01")));
    }

    private static TransferLine line(Holding holding, BodyRef receiver, String share) {
        return new TransferLine(holding.kind(), holding.name(), receiver, new Share(share));
    }

    private static StaffTransferred posted(PctCode trust, int number, BodyRef receiver) {
        return new StaffTransferred(
                trust,
                new PostId(trust + "-post-" + number),
                receiver,
                day("2013-04-01"),
                day("2013-03-25"));
    }

    private static BidEvaluated evaluated(
            ProcurementId procurement, BodyRef provider, PersonId evaluator, String score) {
        return new BidEvaluated(
                procurement,
                KINGSTON,
                provider,
                new BigDecimal(score),
                evaluator,
                day("2013-08-01"));
    }

    private static InterestTerms interest(
            PersonId person, LocalDate from, @Nullable LocalDate until) {
        return new InterestTerms(
                person.equals(SOMEONE)
                        ? InterestCategory.FINANCIAL
                        : InterestCategory.NON_FINANCIAL_PERSONAL,
                false,
                null,
                new BodyRef("PROVIDER/NQ101"),
                null,
                new PersonalText(person, "What it consists of"),
                from,
                until,
                null);
    }

    private static ConditionTerms condition(
            String id, CriterionId criterion, String text, SupportLevel level) {
        return new ConditionTerms(new ConditionId(id), criterion, false, text, level);
    }

    private static DirectionTerms direction(CcgCode ccg) {
        return new DirectionTerms(
                new DirectionId(ccg + "-D1"),
                LegalPower.REG8,
                DirectionKind.NOT_TO_EXERCISE,
                List.of(ACUTE),
                Period.from(day("2013-04-01")),
                DocRef.titled("Direction to Thurrock"));
    }

    private static AuthorisationOutcome outcome(
            List<ConditionTerms> conditions, List<DirectionTerms> directions) {
        return conditions.isEmpty()
                ? AuthorisationOutcome.AUTHORISED
                : directions.isEmpty()
                        ? AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS
                        : AuthorisationOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS;
    }

    private static PracticeCode practice(CcgCode ccg, int number) {
        return new PracticeCode("Z" + ccg.value().substring(0, 2) + "00" + number);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
