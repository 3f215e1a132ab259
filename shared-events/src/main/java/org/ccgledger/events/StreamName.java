package org.ccgledger.events;

/// A consistency boundary's own sequence of events, `kind:id`.
public record StreamName(String kind, String id) {

    public static StreamName application(CcgCode ccg) {
        return new StreamName("application", ccg.value());
    }

    public static StreamName ccg(CcgCode ccg) {
        return new StreamName("ccg", ccg.value());
    }

    public static StreamName membership(PracticeCode practice) {
        return new StreamName("membership", practice.value());
    }

    public static StreamName governingBody(CcgCode ccg) {
        return new StreamName("governing-body", ccg.value());
    }

    public static StreamName conditions(CcgCode ccg) {
        return new StreamName("conditions", ccg.value());
    }

    public static StreamName directions(CcgCode ccg) {
        return new StreamName("directions", ccg.value());
    }

    public static StreamName catalogue(CatalogueVersion version) {
        return new StreamName("catalogue", version.value());
    }

    public static StreamName wave(int number) {
        return new StreamName("wave", Integer.toString(number));
    }

    public static StreamName approval(ApprovalId approval) {
        return new StreamName("approval", approval.value());
    }

    public static StreamName procurement(ProcurementId procurement) {
        return new StreamName("procurement", procurement.value());
    }

    /// What a person declares to a body.
    public static StreamName interests(PersonId person, CcgCode ccg) {
        return new StreamName("interests", person + ":CCG-" + ccg);
    }

    /// What becomes of a group's registers of interests as a whole.
    public static StreamName interestRegister(CcgCode ccg) {
        return new StreamName("interest-register", ccg.value());
    }

    public static StreamName gift(GiftId gift) {
        return new StreamName("gift", gift.value());
    }

    public static StreamName breach(BreachId breach) {
        return new StreamName("breach", breach.value());
    }

    /// What a person has learnt about conflicts of interest for a body.
    public static StreamName training(PersonId person, CcgCode ccg) {
        return new StreamName("training", person + ":CCG-" + ccg);
    }

    public static StreamName statedFigure(StatedFigureId figure) {
        return new StreamName("stated-figure", figure.value());
    }

    public static StreamName instrument(InstrumentId instrument) {
        return new StreamName("instrument", instrument.value());
    }

    public static StreamName jointCommittee(JointCommitteeId committee) {
        return new StreamName("joint-committee", committee.value());
    }

    public static StreamName committee(CommitteeId committee) {
        return new StreamName("committee", committee.value());
    }

    /// A group's scheme of reservation and delegation.
    public static StreamName delegations(CcgCode ccg) {
        return new StreamName("delegations", ccg.value());
    }

    public static StreamName pressure(PressureId pressure) {
        return new StreamName("pressure", pressure.value());
    }

    /// What groups may be given in a year for running themselves.
    public static StreamName runningCostPolicy(FinancialYear fy) {
        return new StreamName("running-cost-policy", fy.inNames());
    }

    /// A group's account of running costs for a year.
    public static StreamName runningCosts(CcgCode ccg, FinancialYear fy) {
        return new StreamName("running-costs", ccg + ":" + fy.inNames());
    }

    /// What a group is allotted for a year, and what of it is committed.
    public static StreamName allocation(CcgCode ccg, FinancialYear fy) {
        return new StreamName("allocation", ccg + ":" + fy.inNames());
    }

    /// How a group is assessed for a year.
    public static StreamName performance(CcgCode ccg, FinancialYear fy) {
        return new StreamName("performance", ccg + ":" + fy.inNames());
    }

    /// For how long the Board stands in where there is no market of commissioning support.
    public static StreamName backstopPeriod() {
        return new StreamName("backstop-period", "england");
    }

    public static StreamName support(SupportId support) {
        return new StreamName("support", support.value());
    }

    public static StreamName advice(AdviceId advice) {
        return new StreamName("advice", advice.value());
    }

    public static StreamName meeting(MeetingId meeting) {
        return new StreamName("meeting", meeting.value());
    }

    public static StreamName round(RoundName round) {
        return new StreamName("round", round.value());
    }

    public static StreamName expression(ExpressionId expression) {
        return new StreamName("eoi", expression.value());
    }

    public static StreamName governanceAudit(GovernanceAuditId audit) {
        return new StreamName("audit", audit.value());
    }

    public static StreamName coCommissioning(CcgCode ccg) {
        return new StreamName("co-commissioning", ccg.value());
    }

    public static StreamName tariffVariation(TariffVariationId variation) {
        return new StreamName("tariff-variation", variation.value());
    }

    public static StreamName severance(SeveranceId severance) {
        return new StreamName("severance", severance.value());
    }

    public static StreamName concern(ConcernId concern) {
        return new StreamName("concern", concern.value());
    }

    public static StreamName correction(CorrectionId correction) {
        return new StreamName("correction", correction.value());
    }

    /// What becomes of a primary care trust.
    public static StreamName predecessor(PctCode pct) {
        return new StreamName("predecessor", pct.value());
    }

    /// What was decided about all that is personal of one person.
    public static StreamName personalData(PersonId person) {
        return new StreamName("personal-data", person.value());
    }

    public static StreamName pledge(PledgeId pledge) {
        return new StreamName("pledge", pledge.value());
    }

    public static StreamName merger(MergerId merger) {
        return new StreamName("merger", merger.value());
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
