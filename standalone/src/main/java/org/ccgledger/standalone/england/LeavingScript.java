package org.ccgledger.standalone.england;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.ccgledger.command.concerns.ConcernCommand.CloseConcern;
import org.ccgledger.command.concerns.ConcernCommand.RaiseConcern;
import org.ccgledger.command.severances.SeveranceCommand.*;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.ConcernId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Money;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Role;
import org.ccgledger.events.SeveranceId;
import org.ccgledger.events.concerns.ConcernCategory;
import org.ccgledger.events.concerns.ConcernOutcome;
import org.ccgledger.events.severances.ClauseKind;
import org.ccgledger.events.severances.ReturnCause;
import org.ccgledger.events.severances.SeveranceClause;
import org.ccgledger.events.severances.SeverancePayment;
import org.ccgledger.ledger.Digests;
import org.jspecify.annotations.Nullable;

/// How agreements on leaving changed in March 2013, and a concern that was raised, as commands.
///
/// The rule and its day are known; the agreements are synthetic. One with a clause against
/// disclosures is approved before, one is returned afterwards and approved without the clause, and
/// one the Treasury refuses.
final class LeavingScript {

    private static final BodyRef TRUST = new BodyRef("PROVIDER/SYN-TRUST");
    private static final Actor EMPLOYER = Script.office("personnel", Role.EMPLOYER, TRUST);
    private static final Actor TREASURY =
            Script.office("spending-team", Role.TREASURY, new BodyRef("HMT/HMT"));
    private static final SeverancePayment PAYMENT =
            new SeverancePayment(new Money("40000"), new Money("15000"));
    private static final LocalDate RAISED_ON = LocalDate.of(2014, 2, 3);
    private static final LocalDate CLOSED_ON = LocalDate.of(2014, 4, 14);
    private static final String ACT = "Employment Rights Act 1996";
    private static final Provenance SYNTHETIC =
            Provenance.synthetic("agreements and concerns stand in for those not made public");

    private final EnglandPlan plan;
    private final Script script;

    LeavingScript(EnglandPlan plan, Script script) {
        this.plan = plan;
        this.script = script;
    }

    void write() {
        Agreement before = new Agreement("severance-2012-1");
        before.drafts("2012-11-05", true);
        before.submits("2012-11-19", null);
        before.approvedByDepartment("2012-12-03");
        before.approvedByTreasury("2012-12-17");
        before.signs("2013-01-07", true);

        Agreement after = new Agreement(returned().value());
        after.drafts("2013-03-18", true);
        after.submits("2013-03-20", null);
        after.returns("2013-03-25");
        after.drafts("2013-04-08", false);
        after.submits("2013-04-15", LocalDate.of(2013, 4, 12));
        after.approvedByDepartment("2013-05-01");
        after.approvedByTreasury("2013-05-15");
        after.signs("2013-05-28", false);

        Agreement refused = new Agreement("severance-2013-2");
        refused.drafts("2013-06-03", false);
        refused.submits("2013-06-10", LocalDate.of(2013, 6, 7));
        refused.approvedByDepartment("2013-06-24");
        refused.refusedByTreasury("2013-07-15");

        raise(plan.told().getFirst());
    }

    /// The agreement that the Department returned for its clause, as the third thing that happened
    /// to it.
    SeveranceId returned() {
        return new SeveranceId("severance-2013-1");
    }

    private void raise(PlannedGroup group) {
        ConcernId concern = new ConcernId(group.code() + "-concern-1");
        PersonId pseudonym = Script.person(concern.value(), group.body());
        Actor guardian = Script.office("conflicts-guardian", Role.CONFLICTS_GUARDIAN, group.body());
        script.by(concern.value(), guardian, RAISED_ON)
                .under(ACT, "s.43C")
                .knownFrom(SYNTHETIC)
                .sends(
                        new RaiseConcern(
                                concern,
                                group.body(),
                                ConcernCategory.LEGAL_OBLIGATION,
                                true,
                                null,
                                new PersonalText(
                                        pseudonym, "Synthetic: a contract was awarded in haste.")),
                        concern.value());
        script.by(concern.value(), guardian, CLOSED_ON)
                .under(ACT, "s.43C")
                .knownFrom(SYNTHETIC)
                .sends(
                        new CloseConcern(
                                concern,
                                group.body(),
                                ConcernOutcome.NOT_UPHELD,
                                new PersonalText(
                                        pseudonym, "Synthetic: the record of it is complete.")),
                        concern.value());
    }

    /// What becomes of one agreement.
    private final class Agreement {
        private final SeveranceId id;
        private final PersonId employee;

        private Agreement(String id) {
            this.id = new SeveranceId(id);
            this.employee = Script.person(id, TRUST);
        }

        private Script.Line by(Actor actor, String on) {
            return script.by(id.value(), actor, LocalDate.parse(on))
                    .under(ACT, "s.43J")
                    .knownFrom(SYNTHETIC);
        }

        private DocRef document(boolean isGagging) {
            String title = isGagging ? "Agreement with a clause" : "Agreement";
            return new DocRef(
                    title,
                    null,
                    HexFormat.of()
                            .formatHex(
                                    Digests.sha256((id + title).getBytes(StandardCharsets.UTF_8))));
        }

        private void drafts(String on, boolean isGagging) {
            by(EMPLOYER, on)
                    .sends(
                            new DraftSeveranceAgreement(
                                    id,
                                    TRUST,
                                    employee,
                                    PAYMENT,
                                    List.of(
                                            isGagging
                                                    ? clause(
                                                            ClauseKind
                                                                    .PREVENTS_PROTECTED_DISCLOSURE,
                                                            "Synthetic: says nothing to anybody.")
                                                    : clause(
                                                            ClauseKind.STATES_RIGHT_TO_DISCLOSE,
                                                            "Synthetic: may always disclose what the"
                                                                    + " law protects.")),
                                    document(isGagging)),
                            on);
        }

        private SeveranceClause clause(ClauseKind kind, String text) {
            return new SeveranceClause(1, kind, new PersonalText(employee, text));
        }

        private void submits(String on, @Nullable LocalDate informedOn) {
            by(EMPLOYER, on).sends(new SubmitSeverance(id, TRUST, informedOn), on);
        }

        private void returns(String on) {
            by(DepartmentOfHealth.SECRETARY_OF_STATE, on)
                    .because("A clause keeps the employee from disclosures in the public interest.")
                    .sends(new ReturnSeverance(id, TRUST, ReturnCause.GAGGING_CLAUSE), on);
        }

        private void approvedByDepartment(String on) {
            by(DepartmentOfHealth.SECRETARY_OF_STATE, on)
                    .sends(new ApproveSeveranceDH(id, TRUST), on);
        }

        private void approvedByTreasury(String on) {
            by(TREASURY, on).sends(new ApproveSeveranceHMT(id, TRUST), on);
        }

        private void refusedByTreasury(String on) {
            by(TREASURY, on)
                    .because("What goes beyond the contract is not good value.")
                    .sends(new RefuseSeverance(id, TRUST), on);
        }

        private void signs(String on, boolean isGagging) {
            by(EMPLOYER, on).sends(new SignSeverance(id, TRUST, document(isGagging)), on);
        }
    }
}
