package org.ccgledger.command.http;

import static org.ccgledger.events.RecordSchema.LONGEST_LIST;
import static org.ccgledger.events.RecordSchema.LONGEST_PERSONAL_TEXT;
import static org.ccgledger.events.RecordSchema.LONGEST_TEXT;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.events.Days;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.TextPattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The JSON from which a record is made: reads it, and names every field that does not fit.
///
/// A component is required unless it is `@Nullable`; nothing that the record does not declare is
/// let through; every text, list and number is bounded. What a rule judges is left to the rule.
final class Shape<T> {

    private static final int LONGEST_PATTERN_TEXT = 200;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,13}(\\.\\d{1,4})?");

    private static final ClassValue<Shape<?>> SHAPES =
            new ClassValue<>() {
                @Override
                protected Shape<?> computeValue(Class<?> carrier) {
                    return new Shape<>(carrier);
                }
            };

    /// What stands at a place in a body, or nothing if that does not fit.
    private interface Reader {
        @Nullable Object read(JsonNode node, Place place, Errors errors);
    }

    private record Field(String name, boolean isRequired, Reader reader) {}

    /// A JSON pointer that is only written where it is told of.
    private record Place(@Nullable Place within, String name) {
        static final Place ROOT = new Place(null, "");

        Place at(String field) {
            return new Place(this, field);
        }

        @Override
        public String toString() {
            if (within == null) {
                return "";
            }
            String bounded = name.length() > 100 ? name.substring(0, 100) : name;
            return within + "/" + bounded.replace("~", "~0").replace("/", "~1");
        }
    }

    /// Whoever sends a hundred thousand wrong fields is told of the first.
    private static final class Errors {
        private static final int MOST = 100;

        private final List<FieldError> found = new ArrayList<>();

        @Nullable Object add(Place place, String message) {
            if (found.size() < MOST) {
                found.add(new FieldError(place.toString(), message));
            }
            return null;
        }
    }

    private final Class<T> carrier;
    private final List<Field> fields;
    private final MethodHandle constructor;

    private Shape(Class<T> carrier) {
        this.carrier = carrier;
        this.fields =
                Arrays.stream(carrier.getRecordComponents())
                        .map(component ->
                                new Field(
                                        component.getName(),
                                        !component
                                                .getAnnotatedType()
                                                .isAnnotationPresent(Nullable.class),
                                        reader(component.getAnnotatedType(), component.getType())))
                        .toList();
        this.constructor = constructor(carrier);
    }

    @SuppressWarnings("unchecked")
    static <T> Shape<T> of(Class<T> carrier) {
        return (Shape<T>) SHAPES.get(carrier);
    }

    /// @throws Problem naming every field that does not fit
    T read(JsonNode node) {
        Errors errors = new Errors();
        Object read = readWithin(node, Place.ROOT, errors);
        if (read == null) {
            throw Problem.invalid(errors.found);
        }
        return carrier.cast(read);
    }

    /// A record of this shape and, made of the same object, one that stands beside it.
    ///
    /// @throws Problem naming every field that does not fit
    <B> Pair<T, B> readWith(Shape<B> other, JsonNode node) {
        if (!node.isObject()) {
            throw Problem.invalid("", "is a JSON object with the fields of " + name());
        }
        Errors errors = new Errors();
        @Nullable Object[] mine = values(node, Place.ROOT, errors);
        @Nullable Object[] theirs = other.values(node, Place.ROOT, errors);
        refuseOthers(node, Place.ROOT, errors, field -> declares(field) || other.declares(field));
        if (!errors.found.isEmpty()) {
            // What both declare is told of once.
            throw Problem.invalid(errors.found.stream().distinct().toList());
        }
        return new Pair<>(made(mine), other.made(theirs));
    }

    record Pair<T, B>(T first, B second) {}

    private String name() {
        return carrier.getSimpleName();
    }

    private boolean declares(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object readWithin(JsonNode node, Place place, Errors errors) {
        if (!node.isObject()) {
            return errors.add(place, "is an object");
        }
        @Nullable Object[] values = values(node, place, errors);
        refuseOthers(node, place, errors, this::declares);
        return errors.found.isEmpty() ? made(values) : null;
    }

    private @Nullable Object[] values(JsonNode node, Place place, Errors errors) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            JsonNode value = node.get(field.name());
            if (value != null && !value.isNull()) {
                values[i] = field.reader().read(value, place.at(field.name()), errors);
            } else if (field.isRequired()) {
                errors.add(place.at(field.name()), "is required");
            }
        }
        return values;
    }

    private void refuseOthers(
            JsonNode node, Place place, Errors errors, Predicate<String> isDeclared) {
        for (String name : node.propertyNames()) {
            if (!isDeclared.test(name)) {
                errors.add(place.at(name), "is not a field of " + name());
            }
        }
    }

    private T made(@Nullable Object[] values) {
        return carrier.cast(invoke(constructor, values));
    }

    private static Object invoke(MethodHandle constructor, @Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// A record's canonical constructor, which takes its values in an array.
    private static MethodHandle constructor(Class<?> carrier) {
        Class<?>[] types =
                Arrays.stream(carrier.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return MethodHandles.privateLookupIn(carrier, MethodHandles.lookup())
                    .findConstructor(carrier, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No shape is known for " + carrier, e);
        }
    }

    private static Reader reader(AnnotatedType annotated, Class<?> type) {
        TextPattern pattern = type.getAnnotation(TextPattern.class);
        if (pattern != null) {
            return patternReader(type, pattern);
        }
        if (type == PersonalText.class) {
            return personalReader();
        }
        if (type.isRecord()) {
            Shape<?> shape = of(type);
            return shape::readWithin;
        }
        if (type.isEnum()) {
            Map<String, Object> constants =
                    Arrays.stream(type.getEnumConstants())
                            .collect(Collectors.toMap(Object::toString, Function.identity()));
            List<String> names =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
            return scalar(
                    node ->
                            node.isString()
                                    ? Optional.ofNullable(constants.get(node.stringValue()))
                                    : Optional.empty(),
                    "is one of " + names);
        }
        return type == List.class ? listReader(annotated) : scalarReader(type);
    }

    private static Reader scalar(Function<JsonNode, Optional<?>> value, String message) {
        return (node, place, errors) -> {
            Object read = value.apply(node).orElse(null);
            return read == null ? errors.add(place, message) : read;
        };
    }

    private static Reader text(Predicate<String> fits, Function<String, ?> value, String message) {
        return (node, place, errors) ->
                node.isString() && fits.test(node.stringValue())
                        ? value.apply(node.stringValue())
                        : errors.add(place, message);
    }

    private static Reader patternReader(Class<?> type, TextPattern pattern) {
        Pattern compiled = Pattern.compile(pattern.value());
        MethodHandle constructor = constructor(type);
        return text(
                value ->
                        value.length() <= LONGEST_PATTERN_TEXT && compiled.matcher(value).matches(),
                value -> invoke(constructor, new Object[] {value}),
                "is text such as " + pattern.example());
    }

    /// The text, which a fact may lack, is there in what is sent.
    private static Reader personalReader() {
        String message = "is text of 1 to " + LONGEST_PERSONAL_TEXT + " characters";
        return (node, place, errors) -> {
            PersonalText read =
                    (PersonalText) of(PersonalText.class).readWithin(node, place, errors);
            String text = node.path("text").asString("");
            return isText(text, LONGEST_PERSONAL_TEXT)
                    ? read
                    : errors.add(place.at("text"), message);
        };
    }

    private static Reader listReader(AnnotatedType annotated) {
        AnnotatedType element =
                ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
        Reader reader =
                reader(
                        element,
                        element.getType() instanceof ParameterizedType parameterized
                                ? (Class<?>) parameterized.getRawType()
                                : (Class<?>) element.getType());
        return (node, place, errors) -> {
            if (!node.isArray() || node.size() > LONGEST_LIST) {
                return errors.add(place, "is a list of at most " + LONGEST_LIST);
            }
            List<@Nullable Object> elements = new ArrayList<>(node.size());
            for (int i = 0; i < node.size(); i++) {
                Place at = place.at(Integer.toString(i));
                elements.add(
                        node.get(i).isNull()
                                ? errors.add(at, "is required")
                                : reader.read(node.get(i), at, errors));
            }
            return Collections.unmodifiableList(elements);
        };
    }

    private static Reader scalarReader(Class<?> type) {
        if (type == String.class) {
            return text(
                    value -> isText(value, LONGEST_TEXT),
                    Function.identity(),
                    "is text of 1 to " + LONGEST_TEXT + " characters");
        }
        if (type == int.class || type == Integer.class) {
            return scalar(
                    node ->
                            node.isIntegralNumber() && node.canConvertToInt()
                                    ? Optional.of(node.intValue())
                                    : Optional.empty(),
                    "is a whole number");
        }
        if (type == long.class || type == Long.class) {
            return scalar(
                    node ->
                            node.isIntegralNumber() && node.canConvertToLong()
                                    ? Optional.of(node.longValue())
                                    : Optional.empty(),
                    "is a whole number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return scalar(
                    node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty(),
                    "is true or false");
        }
        if (type == LocalDate.class) {
            return scalar(
                    node -> node.isString() ? Days.parsed(node.stringValue()) : Optional.empty(),
                    "is a day such as 2013-04-01");
        }
        if (type == YearMonth.class) {
            return scalar(Shape::month, "is a month such as 2013-03");
        }
        if (type == BigDecimal.class) {
            return text(
                    value -> DECIMAL.matcher(value).matches(),
                    BigDecimal::new,
                    "is a decimal in quotes such as \"25.00\"");
        }
        throw new IllegalStateException("No shape is known for " + type);
    }

    private static Optional<YearMonth> month(JsonNode node) {
        try {
            return node.isString()
                    ? Optional.of(YearMonth.parse(node.stringValue()))
                            .filter(month -> month.getYear() >= Days.FIRST.getYear())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Without characters that PostgreSQL, a log or a spreadsheet would stumble over.
    private static boolean isText(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.codePoints().noneMatch(Shape::isUnclean);
    }

    private static boolean isUnclean(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
