package org.ccgledger.query.projection;

import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.ledger.proof.Lineage;
import org.jspecify.annotations.Nullable;

/// Hands Axon's messages to a projector as events of ours.
final class ProjectionHandler implements EventMessageHandler {

    private final Projector projector;
    private final Set<Long> skipping;
    private final QueryDatabase database;
    private final Progress progress;
    private final ClassValue<Boolean> concern;
    private volatile boolean careful;
    private volatile boolean spoilt;
    private volatile boolean kept;
    private volatile @Nullable Set<Long> skipped;

    ProjectionHandler(
            Projector projector, Set<Long> skipping, QueryDatabase database, Progress progress) {
        this.projector = projector;
        this.skipping = skipping;
        this.database = database;
        this.progress = progress;
        this.concern =
                new ClassValue<>() {
                    @Override
                    protected Boolean computeValue(Class<?> type) {
                        return !CcgEvent.class.isAssignableFrom(type)
                                || projector.concerns().stream()
                                        .anyMatch(kind -> kind.isAssignableFrom(type));
                    }
                };
    }

    /// An event of another's making is refused, so that it is parked and not lost; what the ledger
    /// says of itself says nothing to a read model.
    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        if (isSkipped(message)) {
            return null;
        }
        switch (message.getPayload()) {
            case CcgEvent event -> project(event, Recorded.of(message));
            case UnknownSerializedType unknown -> {
                SerializedType type = unknown.serializedType();
                if (!Lineage.isOwn(type.getName())) {
                    throw new UnknownEvent(type.getName(), type.getRevision());
                }
            }
            case Object other ->
                    throw new UnknownEvent(other.getClass().getName(), "of this process");
        }
        return null;
    }

    private boolean isSkipped(EventMessage<?> message) {
        Set<Long> known = skipped;
        if (known == null) {
            known =
                    Set.copyOf(
                            database.sql()
                                    .sql(
                                            "select position from rebuild.skipped_event where projection = ?")
                                    .param(projector.name())
                                    .query((row, _) -> row.getLong(1))
                                    .list());
            skipped = known;
        }
        if (known.isEmpty() && skipping.isEmpty()) {
            return false;
        }
        long position = Recorded.of(message).position();
        return known.contains(position) || skipping.contains(position);
    }

    /// Whether it has to see messages of a type: those of its projector, and what is no event of
    /// ours.
    boolean concerns(Class<?> type) {
        return concern.get(type);
    }

    /// A statement that fails spoils the transaction in which the event would be parked, and to be
    /// able to undo each event costs two round trips more. So the first failure fails the batch,
    /// which then comes again and is handled with care.
    private void project(CcgEvent event, Recorded at) {
        if (careful) {
            withCare(() -> projector.on(event, at));
            return;
        }
        try {
            projector.on(event, at);
        } catch (RuntimeException e) {
            careful = true;
            spoilt = true;
            throw e;
        }
    }

    /// Of an event that fails nothing stays, neither what was written nor what was held back.
    private void withCare(Runnable event) {
        try {
            database.undoable(() -> {
                event.run();
                database.flush();
            });
        } catch (RuntimeException e) {
            database.batchBegins();
            throw e;
        }
    }

    /// Keeps whoever exchanges rows from it until the batch is over.
    void keep() {
        if (!kept) {
            database.keep(projector.name());
            kept = true;
        }
    }

    /// Whether what was written for the batch cannot stay.
    boolean isSpoilt() {
        return spoilt;
    }

    /// Whether each event is handled so that it can be undone, since a batch has failed.
    boolean isCareful() {
        return careful;
    }

    void batchBegins() {
        spoilt = false;
        kept = false;
        database.batchBegins();
    }

    /// Writes what is held back.
    void batchEnds() {
        try {
            database.flush();
        } catch (RuntimeException e) {
            careful = true;
            throw e;
        }
    }

    void batchCommitted() {
        careful = false;
    }

    void batchOver() {
        database.batchEnded();
    }

    @Override
    public void prepareReset() {
        skipped = null;
        projector.reset();
        progress.forget(projector.name());
    }

    @Override
    public <R> void prepareReset(R context) {
        prepareReset();
    }

    @Override
    public boolean supportsReset() {
        return true;
    }
}
