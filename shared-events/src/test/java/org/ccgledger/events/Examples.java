package org.ccgledger.events;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records made from their declaration alone, the same at every run.
///
/// Approved files are made of them, so what is made here of a declaration is never changed, only
/// joined by what is made of a kind that was not known before.
public final class Examples {

    private final boolean optional;
    private final boolean personalText;

    private Examples(boolean optional, boolean personalText) {
        this.optional = optional;
        this.personalText = personalText;
    }

    /// With every field.
    public static <T> T full(Class<T> kind) {
        return kind.cast(new Examples(true, true).made(kind));
    }

    /// With every field, as the full one is read back: without the text of personal parts.
    public static <T> T readBack(Class<T> kind) {
        return kind.cast(new Examples(true, false).made(kind));
    }

    /// Without the fields that may be absent.
    public static <T> T required(Class<T> kind) {
        return kind.cast(new Examples(false, true).made(kind));
    }

    /// Without the fields that may be absent, as that is read back.
    public static <T> T requiredReadBack(Class<T> kind) {
        return kind.cast(new Examples(false, false).made(kind));
    }

    private Object made(Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(kind + " is not a record");
        }
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = component(components[i], i);
        }
        return create(kind, components, values);
    }

    private @Nullable Object component(RecordComponent component, int index) {
        if (component.getDeclaringRecord() == PersonalText.class
                && component.getType() == String.class) {
            return personalText ? text("personal") : null;
        }
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable && !optional
                ? null
                : value(component.getGenericType(), component.getName(), index);
    }

    private Object value(Type type, String name, int index) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(value(list.getActualTypeArguments()[0], name, index));
        }
        if (!(type instanceof Class<?> kind)) {
            throw new IllegalArgumentException("No example of " + type + " is known");
        }
        TextPattern pattern = kind.getAnnotation(TextPattern.class);
        if (pattern != null) {
            RecordComponent[] components = kind.getRecordComponents();
            Object example =
                    components[0].getType() == BigDecimal.class
                            ? new BigDecimal(pattern.example())
                            : pattern.example();
            return create(kind, components, new Object[] {example});
        }
        if (kind.isRecord()) {
            return made(kind);
        }
        if (kind.isEnum()) {
            return kind.getEnumConstants()[0];
        }
        return scalar(kind, name, index);
    }

    private static Object scalar(Class<?> kind, String name, int index) {
        return switch (kind.getName()) {
            case "java.lang.String" -> text(name);
            case "int", "java.lang.Integer" -> index + 1;
            case "boolean", "java.lang.Boolean" -> true;
            case "java.time.LocalDate" -> LocalDate.of(2013, 4, 1).plusDays(index);
            case "java.time.YearMonth" -> YearMonth.of(2013, 3);
            case "java.math.BigDecimal" -> new BigDecimal("12.50");
            case "java.util.UUID" -> UUID.fromString("0b5c1a9e-3d52-8c44-9f7e-5a1d20c6e8b3");
            default -> throw new IllegalArgumentException("No example of " + kind + " is known");
        };
    }

    /// With what escaping could change: a quote, a slash and letters beyond ASCII.
    private static String text(String name) {
        return "The " + name + ", \"£5\" and/or – é";
    }

    private static Object create(
            Class<?> kind, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Constructor<?> constructor =
                    kind.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(kind + " refuses what its declaration allows", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
