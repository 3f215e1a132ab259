package org.ccgledger.command.boundaries;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.ccgledger.command.decision.Context;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;
import org.ccgledger.events.approvals.ApprovalSubject;

/// Other bodies' agreement to a step, named by the ids under which it was recorded.
public final class Approvals {

    private Approvals() {}

    /// The bodies whose agreement to a step that carries no document is not among the approvals
    /// named, or is of a later day.
    public static Set<BodyRef> missing(
            Collection<BodyRef> needed,
            Collection<ApprovalId> named,
            ApprovalSubject subject,
            Context context) {
        return missing(needed, named, subject, _ -> true, context);
    }

    /// The bodies whose agreement to this very document is not among the approvals named, or is of
    /// a later day.
    public static Set<BodyRef> missing(
            Collection<BodyRef> needed,
            Collection<ApprovalId> named,
            ApprovalSubject subject,
            DocRef document,
            Context context) {
        return missing(
                needed, named, subject, recorded -> recorded.document().equals(document), context);
    }

    private static Set<BodyRef> missing(
            Collection<BodyRef> needed,
            Collection<ApprovalId> named,
            ApprovalSubject subject,
            Predicate<ApprovalRecorded> isOfThis,
            Context context) {
        Set<BodyRef> missing = new LinkedHashSet<>(needed);
        named.stream()
                .flatMap(approval -> context.reads().stream(StreamName.approval(approval)).stream())
                .filter(ApprovalRecorded.class::isInstance)
                .map(ApprovalRecorded.class::cast)
                .filter(recorded -> recorded.subject().equals(subject))
                .filter(recorded -> !recorded.effectiveOn().isAfter(context.effectiveOn()))
                .filter(isOfThis)
                .forEach(recorded -> missing.remove(recorded.body()));
        return missing;
    }
}
