package org.ccgledger.command.severances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.severances.SeveranceDecider.CONTROLLED_FROM;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.command.decision.CommonRefusal;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.severances.SeveranceCommand.*;
import org.ccgledger.command.severances.SeveranceRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Money;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.SeveranceId;
import org.ccgledger.events.severances.ClauseKind;
import org.ccgledger.events.severances.ReturnCause;
import org.ccgledger.events.severances.SeveranceClause;
import org.ccgledger.events.severances.SeveranceEvent.*;
import org.ccgledger.events.severances.SeverancePayment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeveranceTest {

    private static final SeveranceId LEAVING = new SeveranceId("severance-2013-17");
    private static final BodyRef GROUP = new BodyRef("CCG/07G");
    private static final PersonId EMPLOYEE = new PersonId("0e2d1f64-5a8b-4c55-9f20-7a3d1c9e8b42");
    private static final PersonId OTHER = new PersonId("c41f0b7e-2a6d-4d38-8e15-9b7f30a2d6e4");
    private static final LocalDate ON = LocalDate.of(2013, 6, 3);
    private static final DocRef AGREEMENT = document("a");
    private static final DocRef CHANGED = document("b");
    private static final ClauseKind GAGGING = ClauseKind.PREVENTS_PROTECTED_DISCLOSURE;
    private static final ClauseKind STATEMENT = ClauseKind.STATES_RIGHT_TO_DISCLOSE;
    private static final SubmitSeverance SUBMIT = new SubmitSeverance(LEAVING, GROUP, ON);
    private static final ReturnSeverance RETURN =
            new ReturnSeverance(LEAVING, GROUP, ReturnCause.GAGGING_CLAUSE);
    private static final ApproveSeveranceDH APPROVE = new ApproveSeveranceDH(LEAVING, GROUP);
    private static final ApproveSeveranceHMT TREASURY = new ApproveSeveranceHMT(LEAVING, GROUP);
    private static final RefuseSeverance REFUSE = new RefuseSeverance(LEAVING, GROUP);
    private static final SignSeverance SIGN = new SignSeverance(LEAVING, GROUP, AGREEMENT);
    private static final SeveranceApprovedByDH APPROVED =
            new SeveranceApprovedByDH(LEAVING, GROUP, ON);
    private static final SeveranceApprovedByTreasury BY_TREASURY =
            new SeveranceApprovedByTreasury(LEAVING, GROUP, ON);
    private static final SeveranceRefused REFUSED = new SeveranceRefused(LEAVING, GROUP, ON);
    private static final SeveranceSigned SIGNED =
            new SeveranceSigned(LEAVING, GROUP, AGREEMENT, ON);

    private static DocRef document(String digit) {
        return new DocRef("Agreement", null, digit.repeat(64));
    }

    private static Specification given(CcgEvent... events) {
        return Specification.of(SeveranceDecider.DECIDER).given(events).on(ON);
    }

    private static Money pounds(String amount) {
        return new Money(amount);
    }

    private static DraftSeveranceAgreement draft(
            PersonId employee, DocRef agreement, String special, ClauseKind... kinds) {
        List<SeveranceClause> clauses =
                IntStream.range(0, kinds.length)
                        .mapToObj(i ->
                                new SeveranceClause(
                                        i + 1, kinds[i], new PersonalText(employee, "Words")))
                        .toList();
        return new DraftSeveranceAgreement(
                LEAVING,
                GROUP,
                employee,
                new SeverancePayment(pounds("30000.00"), pounds(special)),
                clauses,
                agreement);
    }

    private static SeveranceDrafted drafted(String special, ClauseKind... kinds) {
        DraftSeveranceAgreement draft = draft(EMPLOYEE, AGREEMENT, special, kinds);
        return new SeveranceDrafted(
                LEAVING, GROUP, EMPLOYEE, draft.payment(), draft.clauses(), AGREEMENT, ON);
    }

    private static SeveranceSubmitted submitted(@Nullable LocalDate informedOn) {
        return new SeveranceSubmitted(LEAVING, GROUP, informedOn, ON);
    }

    private static Specification submitted(ClauseKind... kinds) {
        return given(drafted("0.00", kinds), submitted(ON));
    }

    @Test
    void an_agreement_is_drafted_and_redrafted_until_it_is_approved() {
        given().when(draft(EMPLOYEE, AGREEMENT, "0.00", GAGGING))
                .thenAccepted(drafted("0.00", GAGGING));
        given(drafted("0.00", STATEMENT))
                .when(draft(EMPLOYEE, AGREEMENT, "0.00", STATEMENT))
                .thenUnchanged();
        given(drafted("0.00", GAGGING))
                .when(draft(EMPLOYEE, CHANGED, "0.00", STATEMENT))
                .thenAccepted(SeveranceDrafted.class);
        submitted(GAGGING)
                .when(draft(EMPLOYEE, CHANGED, "0.00", STATEMENT))
                .thenAccepted(SeveranceDrafted.class);
    }

    @Test
    void an_id_stands_for_one_employees_agreement() {
        given(drafted("0.00", STATEMENT))
                .when(draft(OTHER, AGREEMENT, "0.00", STATEMENT))
                .thenRefused(new CodeInUse(LEAVING));
    }

    @Test
    void clauses_are_about_the_employee_and_the_document_is_known_by_its_digest() {
        DraftSeveranceAgreement draft = draft(EMPLOYEE, AGREEMENT, "0.00", STATEMENT);
        assertThat(draft.fieldErrors()).isEmpty();
        assertThat(
                        new DraftSeveranceAgreement(
                                        LEAVING,
                                        GROUP,
                                        OTHER,
                                        draft.payment(),
                                        draft.clauses(),
                                        DocRef.titled("Agreement"))
                                .fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/clauses/0/text/subject", "/agreement/sha256");
        assertThat(new SignSeverance(LEAVING, GROUP, DocRef.titled("Agreement")).fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/agreement/sha256");
    }

    @Test
    void what_the_employer_has_not_drafted_is_not_found() {
        for (SeveranceCommand command :
                Arrays.asList(SUBMIT, RETURN, APPROVE, TREASURY, REFUSE, SIGN)) {
            given().when(command).thenNotFound();
        }
        given(drafted("0.00", STATEMENT))
                .when(new ApproveSeveranceDH(LEAVING, new BodyRef("CCG/99F")))
                .thenNotFound();
    }

    @Test
    void the_employer_submits_what_it_has_drafted() {
        given(drafted("0.00", STATEMENT)).when(SUBMIT).thenAccepted(submitted(ON));
        submitted(STATEMENT).when(SUBMIT).thenUnchanged();
        given(drafted("0.00", STATEMENT), submitted((LocalDate) null))
                .when(SUBMIT)
                .thenAccepted(submitted(ON));
        for (CcgEvent decided : List.of(APPROVED, REFUSED, SIGNED)) {
            given(drafted("0.00", STATEMENT), submitted(ON), decided)
                    .when(SUBMIT)
                    .thenRefused(new AlreadyDecided(ON));
        }
    }

    @Test
    void no_agreement_with_a_gagging_clause_is_approved() {
        submitted(ClauseKind.OTHER, GAGGING, STATEMENT, GAGGING)
                .when(APPROVE)
                .thenRefused(new GaggingClausePresent(List.of(2, 4)));
        submitted(GAGGING).when(APPROVE).thenRefused(new GaggingClausePresent(List.of(1)));
    }

    @Test
    void an_agreement_states_the_right_to_disclose() {
        submitted(ClauseKind.CONFIDENTIAL_TERMS)
                .when(APPROVE)
                .thenRefused(new WhistleblowingStatementMissing());
        submitted(ClauseKind.CONFIDENTIAL_TERMS, STATEMENT).when(APPROVE).thenAccepted(APPROVED);
    }

    @Test
    void the_employee_is_informed_before_anything_is_approved() {
        given(drafted("0.00", STATEMENT), submitted((LocalDate) null))
                .when(APPROVE)
                .thenRefused(new EmployeeNotInformed());
        given(drafted("0.00", STATEMENT), submitted(ON.plusDays(1)))
                .when(APPROVE)
                .thenRefused(new EmployeeNotInformed());
    }

    @Test
    void the_department_decides_on_what_is_submitted() {
        NotSubmitted unsubmitted = new NotSubmitted(LEAVING);
        for (SeveranceCommand command : Arrays.asList(APPROVE, RETURN, REFUSE)) {
            given(drafted("0.00", STATEMENT)).when(command).thenRefused(unsubmitted);
        }
        submitted(GAGGING)
                .when(RETURN)
                .thenAccepted(
                        new SeveranceReturned(LEAVING, GROUP, ReturnCause.GAGGING_CLAUSE, ON));
        submitted(GAGGING)
                .withoutReasons()
                .when(RETURN)
                .thenRefused(new CommonRefusal.ReasonsRequired());
        submitted(GAGGING).when(REFUSE).thenAccepted(REFUSED);
        submitted(GAGGING)
                .withoutReasons()
                .when(REFUSE)
                .thenRefused(new CommonRefusal.ReasonsRequired());
        given(
                        drafted("0.00", STATEMENT),
                        submitted(ON),
                        new SeveranceReturned(LEAVING, GROUP, ReturnCause.PAYMENT, ON))
                .when(APPROVE)
                .thenRefused(unsubmitted);
    }

    @Test
    void what_is_refused_stays_refused() {
        Specification refused = given(drafted("0.00", STATEMENT), submitted(ON), REFUSED);
        for (SeveranceCommand command : Arrays.asList(APPROVE, TREASURY, RETURN)) {
            refused.when(command).thenRefused(new AlreadyDecided(ON));
        }
        refused.when(draft(EMPLOYEE, CHANGED, "0.00", STATEMENT))
                .thenRefused(new AlreadyDecided(ON));
        refused.when(REFUSE).thenUnchanged();
        refused.when(SIGN).thenRefused(new NotApproved(LEAVING));
    }

    @Test
    void the_treasury_approves_after_the_department() {
        submitted(STATEMENT).when(TREASURY).thenRefused(new NotApproved(LEAVING));
        given(drafted("0.00", STATEMENT)).when(TREASURY).thenRefused(new NotApproved(LEAVING));
        given(drafted("0.00", STATEMENT), submitted(ON), APPROVED)
                .when(TREASURY)
                .thenAccepted(BY_TREASURY);
        given(drafted("0.00", STATEMENT), submitted(ON), APPROVED, BY_TREASURY)
                .when(TREASURY)
                .thenUnchanged();
        given(drafted("0.00", STATEMENT), submitted(ON), APPROVED).when(APPROVE).thenUnchanged();
    }

    @Test
    void a_special_payment_needs_the_treasurys_approval_before_anybody_signs() {
        TreasuryApprovalRequired required = new TreasuryApprovalRequired(pounds("5000.00"));
        given(drafted("5000.00", STATEMENT), submitted(ON), APPROVED)
                .when(SIGN)
                .thenRefused(required);
        given(drafted("5000.00", STATEMENT)).when(SIGN).thenRefused(required);
        given(drafted("5000.00", STATEMENT), submitted(ON), APPROVED, BY_TREASURY)
                .when(SIGN)
                .thenAccepted(SIGNED);
    }

    @Test
    void nothing_is_signed_before_it_is_approved() {
        given(drafted("0.00", STATEMENT)).when(SIGN).thenRefused(new NotApproved(LEAVING));
        submitted(STATEMENT).when(SIGN).thenRefused(new NotApproved(LEAVING));
        given(drafted("0.00", STATEMENT), submitted(ON), APPROVED).when(SIGN).thenAccepted(SIGNED);
    }

    @Test
    void what_was_approved_is_what_is_signed() {
        ClausesChangedAfterApproval changed = new ClausesChangedAfterApproval(LEAVING);
        Specification approved = given(drafted("0.00", STATEMENT), submitted(ON), APPROVED);
        approved.when(new SignSeverance(LEAVING, GROUP, CHANGED)).thenRefused(changed);
        approved.when(draft(EMPLOYEE, CHANGED, "0.00", STATEMENT)).thenRefused(changed);
        approved.when(draft(EMPLOYEE, AGREEMENT, "0.00", STATEMENT)).thenUnchanged();
        given(drafted("0.00", STATEMENT), submitted(ON), APPROVED, SIGNED)
                .when(draft(EMPLOYEE, CHANGED, "0.00", STATEMENT))
                .thenRefused(changed);
    }

    @Test
    void an_agreement_is_signed_once() {
        Specification signed = given(drafted("0.00", STATEMENT), submitted(ON), APPROVED, SIGNED);
        signed.when(SIGN).thenUnchanged();
        signed.when(new SignSeverance(LEAVING, GROUP, CHANGED)).thenRefused(new AlreadyDecided(ON));
        signed.when(APPROVE).thenUnchanged();
        for (SeveranceCommand command : Arrays.asList(TREASURY, REFUSE, RETURN)) {
            signed.when(command).thenRefused(new AlreadyDecided(ON));
        }
    }

    @Tag("W7")
    @Test
    void what_is_dated_before_14_march_2013_is_recorded_only() {
        LocalDate before = CONTROLLED_FROM.minusDays(1);
        DraftSeveranceAgreement draft = draft(EMPLOYEE, AGREEMENT, "5000.00", GAGGING);
        CcgEvent drafted =
                new SeveranceDrafted(
                        LEAVING,
                        GROUP,
                        EMPLOYEE,
                        draft.payment(),
                        draft.clauses(),
                        AGREEMENT,
                        before);
        CcgEvent submitted = new SeveranceSubmitted(LEAVING, GROUP, null, before);
        given(drafted, submitted)
                .on(before)
                .when(APPROVE)
                .thenAccepted(SeveranceApprovedByDH.class);
        given(drafted, submitted).on(before).when(SIGN).thenAccepted(SeveranceSigned.class);
        given(drafted, submitted)
                .on(CONTROLLED_FROM)
                .when(APPROVE)
                .thenRefused(new GaggingClausePresent(List.of(1)));
        given(drafted, submitted)
                .on(CONTROLLED_FROM)
                .when(SIGN)
                .thenRefused(new TreasuryApprovalRequired(pounds("5000.00")));
    }

    @Test
    void nothing_is_found_under_the_employee() {
        assertThat(drafted("0.00", STATEMENT).tags())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("body:CCG/07G", "ccg:07G");
    }
}
