package org.ccgledger.ledger.axon;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/// How an application names its events, and writes and reads them.
public final class EventNames {

    private final Map<String, Class<?>> carriers = new HashMap<>();
    private final Map<Class<?>, SerializedType> names = new HashMap<>();
    private final Function<Object, byte[]> write;
    private final BiFunction<byte[], Class<?>, Object> read;

    private EventNames(Function<Object, byte[]> write, BiFunction<byte[], Class<?>, Object> read) {
        this.write = write;
        this.read = read;
    }

    /// Names the events of these types.
    ///
    /// @param name permanent name of a type, `version` its schema version, `carrier` the class that
    ///   carries it
    /// @param write an event as the UTF-8 JSON of its fact
    public static <T> EventNames of(
            Collection<T> types,
            Function<T, String> name,
            Function<T, Integer> version,
            Function<T, Class<?>> carrier,
            Function<Object, byte[]> write,
            BiFunction<byte[], Class<?>, Object> read) {
        EventNames result = new EventNames(write, read);
        for (T type : types) {
            SerializedType serialized =
                    new SimpleSerializedType(name.apply(type), version.apply(type).toString());
            result.carriers.put(key(serialized), carrier.apply(type));
            result.names.put(carrier.apply(type), serialized);
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

    Object read(Class<?> carrier, byte[] fact) {
        return read.apply(fact, carrier);
    }

    private static String key(SerializedType type) {
        return type.getName() + " " + type.getRevision();
    }
}
