package org.ccgledger.command.handling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.decision.History;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.command.handling.Streams.Decoded;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.ledger.Guard;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.Slice;

/// Reads of the ledger that remember what was read, as guards of the append to come.
final class RecordedReads implements Reads, AutoCloseable {

    private final Ledger ledger;
    private final Streams streams;
    private final List<Guard> guards = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean open = true;

    RecordedReads(Ledger ledger, Streams streams) {
        this.ledger = ledger;
        this.streams = streams;
    }

    @Override
    public List<CcgEvent> stream(StreamName stream) {
        return History.ordered(events(read(stream)));
    }

    List<Decoded> read(StreamName stream) {
        mustBeOpen();
        Streams.Read read = streams.read(stream.toString());
        guards.add(new Guard.OfStream(stream.toString(), read.head()));
        return read.events();
    }

    @Override
    public List<CcgEvent> tagged(Tag tag, List<Class<? extends CcgEvent>> kinds) {
        return History.ordered(events(read(tag, kinds)));
    }

    List<Decoded> read(Tag tag, List<Class<? extends CcgEvent>> kinds) {
        mustBeOpen();
        Set<String> types =
                kinds.stream()
                        .flatMap(kind -> EventTypes.namesOf(kind).stream())
                        .collect(Collectors.toUnmodifiableSet());
        Slice slice = ledger.readTag(tag.value(), types);
        guards.add(new Guard.OfTag(tag.value(), types, slice.head()));
        return slice.events().stream().map(Decoded::of).toList();
    }

    List<Guard> guards() {
        return List.copyOf(guards);
    }

    @Override
    public void close() {
        open = false;
    }

    static List<CcgEvent> events(Collection<Decoded> decoded) {
        return decoded.stream().map(Decoded::event).toList();
    }

    private void mustBeOpen() {
        if (!open) {
            throw new IllegalStateException(
                    "The decision is made; nothing can be read for it any more");
        }
    }
}
