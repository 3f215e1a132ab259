package org.ccgledger.ledger.axon;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/// How an application names its events, and writes and reads them.
public final class EventNames {

    private final Map<String, Class<?>> carriers = new HashMap<>();
    private final Map<Class<?>, SerializedType> names = new HashMap<>();
    private final Function<Object, byte[]> write;
    private final Reading read;

    private EventNames(Function<Object, byte[]> write, Reading read) {
        this.write = write;
        this.read = read;
    }

    /// How an application reads the fact of an event.
    @FunctionalInterface
    public interface Reading {
        Object read(String name, int version, byte[] fact);
    }

    /// Names the events of these types. Of several versions that one class carries, the last is
    /// what is written of it.
    ///
    /// @param name permanent name of a type, `version` its schema version, `carrier` the class that
    ///   carries it when it is read
    /// @param write an event as the UTF-8 JSON of its fact
    public static <T> EventNames of(
            Collection<T> types,
            Function<T, String> name,
            Function<T, Integer> version,
            Function<T, Class<?>> carrier,
            Function<Object, byte[]> write,
            Reading read) {
        EventNames result = new EventNames(write, read);
        for (T type : types) {
            SerializedType serialized =
                    new SimpleSerializedType(name.apply(type), version.apply(type).toString());
            result.carriers.put(key(serialized), carrier.apply(type));
            result.names.merge(carrier.apply(type), serialized, EventNames::later);
        }
        return result;
    }

    Optional<Class<?>> carrier(SerializedType type) {
        return Optional.ofNullable(carriers.get(key(type)));
    }

    Optional<SerializedType> nameOf(Class<?> carrier) {
        return Optional.ofNullable(names.get(carrier));
    }

    byte[] write(Object event) {
        return write.apply(event);
    }

    Object read(SerializedType type, byte[] fact) {
        return read.read(type.getName(), version(type), fact);
    }

    private static SerializedType later(SerializedType one, SerializedType other) {
        return version(one) < version(other) ? other : one;
    }

    private static int version(SerializedType type) {
        return Integer.parseInt(type.getRevision());
    }

    private static String key(SerializedType type) {
        return type.getName() + " " + type.getRevision();
    }
}
