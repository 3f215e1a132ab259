package org.ccgledger.command.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.ccgledger.command.approvals.ApprovalCommand.RecordApproval;
import org.ccgledger.command.approvals.ApprovalRefusal.ApprovalAlreadyRecorded;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.junit.jupiter.api.Test;

class ApprovalTest {

    private static final ApprovalId ID = new ApprovalId("board-07G-amend-1");
    private static final LocalDate ON = LocalDate.of(2012, 8, 1);
    private static final ApprovalSubject SUBJECT =
            new ApprovalSubject(ApprovedStep.AMEND_CONSTITUTION, new CcgCode("07G"), null);

    private static Specification board() {
        return Specification.of(ApprovalDecider.DECIDER).on(ON);
    }

    private static RecordApproval approve(String document) {
        return new RecordApproval(ID, BodyRef.BOARD, SUBJECT, DocRef.titled(document));
    }

    private static ApprovalRecorded approved() {
        return new ApprovalRecorded(ID, BodyRef.BOARD, SUBJECT, DocRef.titled("Minutes"), ON);
    }

    @Test
    void a_body_approves_anothers_step() {
        board().when(approve("Minutes")).thenAccepted(approved());
    }

    @Test
    void an_approval_stands_under_its_id_as_it_was_given() {
        board().given(approved()).when(approve("Minutes")).thenUnchanged();
        board().given(approved())
                .when(approve("Other minutes"))
                .thenRefused(new ApprovalAlreadyRecorded(ID, BodyRef.BOARD));
    }

    @Test
    void a_body_approves_for_itself() {
        assertThat(approve("Minutes").senders()).containsExactly(BodyRef.BOARD);
    }
}
