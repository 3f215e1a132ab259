package org.ccgledger.command.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.erasures.ErasureCommand.DeclineErasure;
import org.ccgledger.command.erasures.ErasureCommand.ErasePersonalData;
import org.ccgledger.command.erasures.ErasureCommand.LiftLegalHold;
import org.ccgledger.command.erasures.ErasureCommand.PlaceLegalHold;
import org.ccgledger.command.erasures.ErasureCommand.RepeatErasure;
import org.ccgledger.command.erasures.ErasureRefusal.CodeInUse;
import org.ccgledger.command.erasures.ErasureRefusal.LegalHold;
import org.ccgledger.command.erasures.ErasureRefusal.SubjectAmongApprovers;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.LegalHoldId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.events.erasures.ErasureEvent.ErasureDeclined;
import org.ccgledger.events.erasures.ErasureEvent.LegalHoldLifted;
import org.ccgledger.events.erasures.ErasureEvent.LegalHoldPlaced;
import org.ccgledger.events.erasures.ErasureEvent.PersonalDataErased;
import org.ccgledger.events.erasures.ErasureGround;
import org.ccgledger.events.erasures.Requester;
import org.ccgledger.events.erasures.RetentionGround;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private static final PersonId PERSON = new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11");
    private static final PersonId APPROVER = new PersonId("0b1f3c8e-7d52-4a9d-8c51-1f2e3d4c5b6a");
    private static final LegalHoldId CLAIM = new LegalHoldId("claim-2016-041");
    private static final LegalHoldId INQUIRY = new LegalHoldId("inquiry-3");
    private static final LocalDate DAY = LocalDate.of(2018, 6, 1);

    private static Specification ledger(CcgEvent... events) {
        return Specification.of(ErasureDecider.DECIDER)
                .given(events)
                .by(Role.REGISTRY, BodyRef.BOARD)
                .on(DAY);
    }

    private static LegalHoldPlaced placed(LegalHoldId hold) {
        return new LegalHoldPlaced(PERSON, hold, DAY);
    }

    private static LegalHoldLifted lifted() {
        return new LegalHoldLifted(PERSON, CLAIM, DAY);
    }

    private static ErasePersonalData erase(PersonId... approvers) {
        return new ErasePersonalData(
                PERSON,
                ErasureGround.NO_LONGER_NECESSARY,
                Requester.DATA_SUBJECT,
                List.of(approvers));
    }

    private static PersonalDataErased erased() {
        return new PersonalDataErased(
                PERSON,
                ErasureGround.NO_LONGER_NECESSARY,
                Requester.DATA_SUBJECT,
                List.of(APPROVER),
                DAY);
    }

    @Test
    void what_is_approved_and_under_no_hold_is_erased() {
        ledger().when(erase(APPROVER)).thenAccepted(erased());
        ledger(placed(CLAIM), lifted()).when(erase(APPROVER)).thenAccepted(erased());
    }

    @Test
    void what_was_recorded_since_is_erased_by_another_erasure() {
        ledger(erased()).when(erase(APPROVER)).thenAccepted(erased());
    }

    @Test
    void nothing_is_erased_as_long_as_one_hold_stands() {
        ledger(placed(CLAIM)).when(erase(APPROVER)).thenRefused(new LegalHold(Set.of(CLAIM)));
        ledger(placed(CLAIM), placed(INQUIRY), lifted())
                .when(erase(APPROVER))
                .thenRefused(new LegalHold(Set.of(INQUIRY)));
    }

    @Test
    void whose_data_it_is_does_not_approve() {
        ledger().when(erase(APPROVER, PERSON)).thenRefused(new SubjectAmongApprovers(PERSON));
        assertThat(erase().fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/approvers");
        assertThat(erase(APPROVER).fieldErrors()).isEmpty();
    }

    @Test
    void a_hold_is_placed_once_and_lifted_once() {
        ledger().when(new PlaceLegalHold(PERSON, CLAIM)).thenAccepted(placed(CLAIM));
        ledger(placed(CLAIM)).when(new PlaceLegalHold(PERSON, CLAIM)).thenUnchanged();
        ledger(placed(CLAIM)).when(new LiftLegalHold(PERSON, CLAIM)).thenAccepted(lifted());
        ledger(placed(CLAIM), lifted()).when(new LiftLegalHold(PERSON, CLAIM)).thenUnchanged();
        ledger(placed(CLAIM), lifted())
                .when(new PlaceLegalHold(PERSON, CLAIM))
                .thenRefused(new CodeInUse(CLAIM));
        ledger().when(new LiftLegalHold(PERSON, CLAIM)).thenNotFound();
    }

    @Test
    void who_declines_says_on_which_ground() {
        ledger().when(
                        new DeclineErasure(
                                PERSON, RetentionGround.PUBLIC_TASK, Requester.REPRESENTATIVE))
                .thenAccepted(
                        new ErasureDeclined(
                                PERSON,
                                RetentionGround.PUBLIC_TASK,
                                Requester.REPRESENTATIVE,
                                DAY));
    }

    @Test
    void every_decision_has_reasons() {
        for (Command command :
                List.of(
                        new PlaceLegalHold(PERSON, INQUIRY),
                        new LiftLegalHold(PERSON, CLAIM),
                        new DeclineErasure(
                                PERSON, RetentionGround.LEGAL_CLAIMS, Requester.COURT))) {
            ledger(placed(CLAIM))
                    .withoutReasons()
                    .when((ErasureCommand) command)
                    .thenRefused(new ReasonsRequired());
        }
        ledger().withoutReasons().when(erase(APPROVER)).thenRefused(new ReasonsRequired());
    }

    /// What was erased is erased, whatever a backup knows of holds.
    @Test
    void an_erasure_is_repeated_whatever_is_known() {
        ledger(placed(CLAIM))
                .by(Role.SYSTEM, BodyRef.BOARD)
                .when(
                        new RepeatErasure(
                                PERSON,
                                ErasureGround.NO_LONGER_NECESSARY,
                                Requester.DATA_SUBJECT,
                                List.of(APPROVER)))
                .thenAccepted(erased());
    }
}
