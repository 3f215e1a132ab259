package org.ccgledger.command.handling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.History;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.command.handling.Remembered.Decoded;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.ledger.Guard;

/// Reads of the ledger that remember what was read, as guards of the append to come.
final class RecordedReads implements Reads, AutoCloseable {

    private final Remembered remembered;
    private final boolean fresh;
    private final List<Guard> guards = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean open = true;

    /// @param fresh whether only what the database says now will do
    RecordedReads(Remembered remembered, boolean fresh) {
        this.remembered = remembered;
        this.fresh = fresh;
    }

    @Override
    public List<CcgEvent> stream(StreamName stream) {
        return History.ordered(Boundaries.events(read(stream)));
    }

    private List<Decoded> read(StreamName stream) {
        return noted(stream, remembered.stream(stream.toString(), fresh)).events();
    }

    /// What is known of the stream that is to be written.
    Remembered.Read written(StreamName stream) {
        return noted(
                stream,
                fresh
                        ? remembered.stream(stream.toString(), true)
                        : remembered.written(stream.toString()));
    }

    private Remembered.Read noted(StreamName stream, Remembered.Read read) {
        mustBeOpen();
        guards.add(new Guard.OfStream(stream.toString(), read.upTo()));
        return read;
    }

    @Override
    public List<CcgEvent> tagged(Tag tag, List<Class<? extends CcgEvent>> kinds) {
        return History.ordered(Boundaries.events(read(tag, kinds)));
    }

    List<Decoded> read(Tag tag, List<Class<? extends CcgEvent>> kinds) {
        mustBeOpen();
        Set<String> types = EventTypes.namesOf(kinds);
        Remembered.Read read = remembered.tag(tag.value(), types, fresh);
        guards.add(new Guard.OfTag(tag.value(), types, read.upTo()));
        return read.events();
    }

    List<Guard> guards() {
        return List.copyOf(guards);
    }

    @Override
    public void close() {
        open = false;
    }

    private void mustBeOpen() {
        if (!open) {
            throw new IllegalStateException(
                    "The decision is made; nothing can be read for it any more");
        }
    }
}
