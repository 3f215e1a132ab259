package org.ccgledger.command.handling;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Decider;

/// Every command there is, by name, with the decider that decides it.
public final class CommandTypes {

    private final Map<String, Type> byName = new TreeMap<>();

    public CommandTypes(List<Decider<?, ?>> deciders) {
        for (Decider<?, ?> decider : deciders) {
            carriersOf(decider.commands()).forEach(carrier -> add(new Type(carrier, decider)));
        }
    }

    /// A command's class, a record, and its decider.
    public record Type(Class<? extends Command> carrier, Decider<?, ?> decider) {
        public String name() {
            return carrier.getSimpleName();
        }
    }

    public Optional<Type> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// All, in the order of their names.
    public List<Type> all() {
        return List.copyOf(byName.values());
    }

    /// What nobody could send is found before anything starts.
    private void add(Type type) {
        Access.senders(type.carrier());
        if (byName.put(type.name(), type) != null) {
            throw new IllegalStateException("Two commands are named " + type.name());
        }
    }

    private static Stream<Class<? extends Command>> carriersOf(Class<? extends Command> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses())
                        .flatMap(permitted -> carriersOf(permitted.asSubclass(Command.class)))
                : Stream.of(kind);
    }
}
