package org.ccgledger.command.boundaries;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;
import org.ccgledger.events.approvals.ApprovalSubject;

/// Other bodies' agreement to a step, named by the ids under which it was recorded.
public final class Approvals {

    private Approvals() {}

    /// The bodies whose agreement to this very step is not among the approvals named.
    public static Set<BodyRef> missing(
            Collection<BodyRef> needed,
            Collection<ApprovalId> named,
            ApprovalSubject subject,
            Reads reads) {
        Set<BodyRef> missing = new LinkedHashSet<>(needed);
        named.stream()
                .flatMap(approval -> reads.stream(StreamName.approval(approval)).stream())
                .filter(ApprovalRecorded.class::isInstance)
                .map(ApprovalRecorded.class::cast)
                .filter(recorded -> recorded.subject().equals(subject))
                .forEach(recorded -> missing.remove(recorded.body()));
        return missing;
    }
}
