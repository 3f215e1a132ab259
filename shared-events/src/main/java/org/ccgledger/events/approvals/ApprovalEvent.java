package org.ccgledger.events.approvals;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.Tag;

/// One body's agreement to a step that another body takes.
public sealed interface ApprovalEvent extends CcgEvent {

    /// `subject` names the step in the words of the approval.
    @EventName("ccg.approvals.ApprovalRecorded")
    record ApprovalRecorded(
            ApprovalId approval,
            BodyRef body,
            ApprovalSubject subject,
            DocRef document,
            LocalDate effectiveOn)
            implements ApprovalEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case ApprovalRecorded e -> Set.of(Tag.body(e.body()));
        };
    }
}
