package org.ccgledger.command.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;

/// A capability's decisions: which commands, over which boundary, folded how, decided how.
///
/// The boundary is the stream that is written, and what of other streams its state begins from.
///
/// @param <C> the sealed family of commands
/// @param <S> the state; immutable
public final class Decider<C extends Command, S> {

    private final Class<C> commands;
    private final Function<C, StreamName> stream;
    private final S initial;
    private final List<Part<C, S, ?>> parts;
    private final Decide<C, S> decide;

    private Decider(
            Class<C> commands,
            Function<C, StreamName> stream,
            S initial,
            List<Part<C, S, ?>> parts,
            Decide<C, S> decide) {
        this.commands = commands;
        this.stream = stream;
        this.initial = initial;
        this.parts = List.copyOf(parts);
        this.decide = decide;
    }

    /// Pure: the same command, state and context give the same decision.
    @FunctionalInterface
    public interface Decide<C, S> {
        Decision decide(C command, S state, Context context);
    }

    /// Begins the declaration of a decider for a family of commands, each of which writes the
    /// stream given.
    public static <C extends Command> Streamed<C> of(
            Class<C> commands, Function<C, StreamName> stream) {
        return new Streamed<>(commands, stream);
    }

    /// The family of commands that it decides.
    public Class<C> commands() {
        return commands;
    }

    /// The stream that a command writes.
    public StreamName stream(Command command) {
        return stream.apply(commands.cast(command));
    }

    /// What the state is made of beside the stream that is written.
    public List<TagQuery> alsoReads(Command command) {
        return parts.stream()
                .filter(part -> part.tag != null)
                .map(part ->
                        new TagQuery(part.tag.apply(commands.cast(command)), List.of(part.kind)))
                .toList();
    }

    /// What the boundary's events come to, given in the order of recording.
    public Folded<C, S> fold(List<CcgEvent> events) {
        return new Folded<>(this, initial).after(History.ordered(events));
    }

    S evolve(S state, CcgEvent event) {
        for (Part<C, S, ?> part : parts) {
            if (part.kind.isInstance(event)) {
                return part.evolve(state, event);
            }
        }
        return state;
    }

    Decision decide(Command command, S state, Context context) {
        return decide.decide(commands.cast(command), state, context);
    }

    /// Events of some kinds under a tag.
    public record TagQuery(Tag tag, List<Class<? extends CcgEvent>> kinds) {}

    private record Part<C, S, E extends CcgEvent>(
            @org.jspecify.annotations.Nullable Function<C, Tag> tag,
            Class<E> kind,
            BiFunction<S, E, S> evolve) {
        S evolve(S state, CcgEvent event) {
            return evolve.apply(state, kind.cast(event));
        }
    }

    /// A declaration that knows its commands and stream.
    public static final class Streamed<C extends Command> {
        private final Class<C> commands;
        private final Function<C, StreamName> stream;

        private Streamed(Class<C> commands, Function<C, StreamName> stream) {
            this.commands = commands;
            this.stream = stream;
        }

        /// The state before any event, and how the stream's own events change it.
        public <S, E extends CcgEvent> Stateful<C, S> state(
                S initial, Class<E> kind, BiFunction<S, E, S> evolve) {
            List<Part<C, S, ?>> parts = new ArrayList<>();
            parts.add(new Part<>(null, kind, evolve));
            return new Stateful<>(this, initial, parts);
        }
    }

    /// A declaration that knows its state.
    public static final class Stateful<C extends Command, S> {
        private final Streamed<C> streamed;
        private final S initial;
        private final List<Part<C, S, ?>> parts;

        private Stateful(Streamed<C> streamed, S initial, List<Part<C, S, ?>> parts) {
            this.streamed = streamed;
            this.initial = initial;
            this.parts = parts;
        }

        /// Events of another stream from which the state begins, found under a tag.
        public <E extends CcgEvent> Stateful<C, S> beginningFrom(
                Function<C, Tag> tag, Class<E> kind, BiFunction<S, E, S> evolve) {
            parts.add(new Part<>(tag, kind, evolve));
            return this;
        }

        public Decider<C, S> deciding(Decide<C, S> decide) {
            return new Decider<>(streamed.commands, streamed.stream, initial, parts, decide);
        }
    }
}
