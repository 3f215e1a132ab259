package org.ccgledger.query.sentences;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.TextPattern;
import org.jspecify.annotations.Nullable;

/// Events of every kind with values that their forms allow, made from their records.
public final class Examples {

    private final boolean optional;

    private Examples(boolean optional) {
        this.optional = optional;
    }

    /// With every field, or only with those that may not be absent.
    public static CcgEvent of(Class<? extends CcgEvent> kind, boolean optional) {
        return kind.cast(new Examples(optional).example(kind));
    }

    private @Nullable Object example(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !optional
                ? null
                : example(component.getGenericType());
    }

    private Object example(Type type) {
        if (type instanceof ParameterizedType list) {
            return List.of(example(list.getActualTypeArguments()[0]));
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isEnum()) {
            return kind.getEnumConstants()[0];
        }
        if (kind.isRecord()) {
            TextPattern pattern = kind.getAnnotation(TextPattern.class);
            Object[] values =
                    pattern != null
                            ? new Object[] {written(kind, pattern.example())}
                            : Arrays.stream(kind.getRecordComponents())
                                    .map(this::example)
                                    .toArray();
            return create(kind, values);
        }
        return switch (kind.getSimpleName()) {
            case "String" -> "some text";
            case "int", "Integer" -> 2;
            case "boolean" -> true;
            case "LocalDate" -> LocalDate.of(2013, 3, 14);
            case "YearMonth" -> YearMonth.of(2013, 6);
            case "BigDecimal" -> new BigDecimal("43");
            case "UUID" -> UUID.fromString("9b1c6f0e-7c1e-8aaa-9d5b-2f0a4f3b1e11");
            default -> throw new IllegalArgumentException("No example of " + type);
        };
    }

    private static Object written(Class<?> kind, String example) {
        return kind.getRecordComponents()[0].getType() == BigDecimal.class
                ? new BigDecimal(example)
                : example;
    }

    private static Object create(Class<?> kind, Object[] values) {
        try {
            Constructor<?> constructor =
                    kind.getDeclaredConstructor(
                            Arrays.stream(kind.getRecordComponents())
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
