package org.ccgledger.ledger.axon;

import java.util.Optional;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/// Serialises events under their permanent names, and all else as the serializer behind it does.
public final class NamedEventSerializer implements Serializer {

    private final EventNames names;
    private final Serializer others;

    public NamedEventSerializer(EventNames names, Serializer others) {
        this.names = names;
        this.others = others;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        Optional<SerializedType> type =
                object == null ? Optional.empty() : names.nameOf(object.getClass());
        return object == null || type.isEmpty()
                ? others.serialize(object, representation)
                : new SimpleSerializedObject<>(
                        getConverter().convert(names.write(object), representation),
                        representation,
                        type.get());
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return others.canSerializeTo(representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (carrier(serialized.getType()).isPresent()) {
            return (T)
                    names.read(
                            serialized.getType(),
                            getConverter().convert(serialized, byte[].class).getData());
        }
        if (isEvent(serialized.getType())) {
            return (T) new UnknownSerializedType(this, serialized);
        }
        return others.deserialize(serialized);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return carrier(type)
                .orElseGet(() ->
                        isEvent(type) ? UnknownSerializedType.class : others.classForType(type));
    }

    /// The raw type is Axon's.
    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        return type == null
                ? SerializedType.emptyType()
                : names.nameOf((Class<?>) type).orElseGet(() -> others.typeForClass(type));
    }

    @Override
    public Converter getConverter() {
        return others.getConverter();
    }

    /// The revision of everything that the ledger holds is a schema version; classes of the
    /// framework have none.
    private static boolean isEvent(SerializedType type) {
        return type.getRevision() != null;
    }

    private Optional<Class<?>> carrier(SerializedType type) {
        return type.getRevision() == null ? Optional.empty() : names.carrier(type);
    }
}
