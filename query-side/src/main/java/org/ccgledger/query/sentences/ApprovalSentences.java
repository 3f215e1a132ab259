package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.approvals.ApprovalEvent;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;
import org.ccgledger.events.approvals.ApprovalSubject;

final class ApprovalSentences {

    private ApprovalSentences() {}

    static String of(ApprovalEvent event, GroupNames groups) {
        return switch (event) {
            case ApprovalRecorded e ->
                    on(
                            e.effectiveOn(),
                            body(e.body(), groups)
                                    + " agreed to "
                                    + step(e.subject(), groups)
                                    + ", in "
                                    + quoted(e.document()));
        };
    }

    private static String step(ApprovalSubject subject, GroupNames groups) {
        String group = groups.of(subject.ccg());
        PracticeCode code = subject.practice();
        String practice = code == null ? "a practice" : "practice " + code;
        return switch (subject.step()) {
            case JOIN_APPLICATION -> practice + " joining the application for " + group;
            case LEAVE_APPLICATION -> practice + " leaving the application for " + group;
            case AMEND_CONSTITUTION -> "the amendment of the proposed constitution of " + group;
            case COMBINE_APPLICATIONS ->
                    "the combination of the application for " + group + " with others";
            case TRANSFER_PRACTICE -> "the transfer of " + practice + ", in the matter of " + group;
            case RECTIFICATION_PLAN -> "the rectification plan of " + group;
            case SIGN_DELEGATION_AGREEMENT -> "the agreement to delegate functions to " + group;
            case END_DELEGATION -> "the end of the delegation to " + group;
        };
    }
}
