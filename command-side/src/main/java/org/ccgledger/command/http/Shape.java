package org.ccgledger.command.http;

import static org.ccgledger.events.RecordSchema.LONGEST_LIST;
import static org.ccgledger.events.RecordSchema.LONGEST_PERSONAL_TEXT;
import static org.ccgledger.events.RecordSchema.LONGEST_TEXT;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.events.Days;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.TextPattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Holds JSON against the record that it is to become, and names every field that does not fit.
///
/// A component is required unless it is `@Nullable`; nothing that the record does not declare is
/// let through; every text, list and number is bounded. What a rule judges is left to the rule.
final class Shape {

    private static final int MOST_ERRORS = 100;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,13}(\\.\\d{1,4})?");

    /// The components of a record, as they have to be filled.
    private static final ClassValue<List<Field>> FIELDS =
            new ClassValue<>() {
                @Override
                protected List<Field> computeValue(Class<?> carrier) {
                    return Arrays.stream(carrier.getRecordComponents()).map(Field::of).toList();
                }
            };

    private static final ClassValue<Pattern> PATTERNS =
            new ClassValue<>() {
                @Override
                protected Pattern computeValue(Class<?> type) {
                    return Pattern.compile(type.getAnnotation(TextPattern.class).value());
                }
            };

    private static final ClassValue<List<String>> NAMES =
            new ClassValue<>() {
                @Override
                protected List<String> computeValue(Class<?> type) {
                    return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
                }
            };

    private record Field(String name, AnnotatedType annotated, Class<?> type, boolean isRequired) {
        static Field of(RecordComponent component) {
            return new Field(
                    component.getName(),
                    component.getAnnotatedType(),
                    component.getType(),
                    !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    private final List<FieldError> errors;

    Shape(List<FieldError> errors) {
        this.errors = errors;
    }

    /// Whether a record has a component of this name.
    static boolean declares(Class<?> carrier, String name) {
        for (Field field : FIELDS.get(carrier)) {
            if (field.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    void check(JsonNode node, Class<?> carrier, String pointer) {
        if (!node.isObject()) {
            wrong(pointer, "is an object");
            return;
        }
        int known = 0;
        for (Field field : FIELDS.get(carrier)) {
            JsonNode value = node.get(field.name());
            if (value != null) {
                known++;
            }
            if (value != null && !value.isNull()) {
                check(value, field.annotated(), field.type(), pointer + "/" + field.name());
            } else if (field.isRequired()) {
                wrong(pointer + "/" + field.name(), "is required");
            }
        }
        if (known < node.size()) {
            node.propertyNames().stream()
                    .filter(name -> !declares(carrier, name))
                    .forEach(name ->
                            wrong(
                                    pointer + "/" + escaped(name),
                                    "is not a field of " + carrier.getSimpleName()));
        }
    }

    private void check(JsonNode node, AnnotatedType annotated, Class<?> type, String pointer) {
        TextPattern pattern = type.getAnnotation(TextPattern.class);
        if (pattern != null) {
            if (!node.isString()
                    || node.stringValue().length() > 200
                    || !PATTERNS.get(type).matcher(node.stringValue()).matches()) {
                wrong(pointer, "is text such as " + pattern.example());
            }
        } else if (type == PersonalText.class) {
            check(node, type, pointer);
            JsonNode text = node.get("text");
            require(
                    text != null
                            && text.isString()
                            && !text.stringValue().isBlank()
                            && text.stringValue().length() <= LONGEST_PERSONAL_TEXT
                            && isClean(text.stringValue()),
                    pointer + "/text",
                    "is text of 1 to " + LONGEST_PERSONAL_TEXT + " characters");
        } else if (type.isRecord()) {
            check(node, type, pointer);
        } else if (type.isEnum()) {
            List<String> names = NAMES.get(type);
            if (!node.isString() || !names.contains(node.stringValue())) {
                wrong(pointer, "is one of " + names);
            }
        } else if (type == List.class) {
            checkList(node, annotated, pointer);
        } else {
            checkScalar(node, type, pointer);
        }
    }

    private void checkList(JsonNode node, AnnotatedType annotated, String pointer) {
        if (!node.isArray() || node.size() > LONGEST_LIST) {
            wrong(pointer, "is a list of at most " + LONGEST_LIST);
            return;
        }
        AnnotatedType element =
                ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
        Class<?> type =
                element.getType() instanceof ParameterizedType parameterized
                        ? (Class<?>) parameterized.getRawType()
                        : (Class<?>) element.getType();
        for (int i = 0; i < node.size(); i++) {
            if (node.get(i).isNull()) {
                wrong(pointer + "/" + i, "is required");
            } else {
                check(node.get(i), element, type, pointer + "/" + i);
            }
        }
    }

    private void checkScalar(JsonNode node, Class<?> type, String pointer) {
        if (type == String.class) {
            require(
                    node.isString()
                            && !node.stringValue().isBlank()
                            && node.stringValue().length() <= LONGEST_TEXT
                            && isClean(node.stringValue()),
                    pointer,
                    "is text of 1 to " + LONGEST_TEXT + " characters");
        } else if (type == int.class || type == Integer.class) {
            require(
                    node.isIntegralNumber() && node.canConvertToInt(),
                    pointer,
                    "is a whole number");
        } else if (type == long.class || type == Long.class) {
            require(
                    node.isIntegralNumber() && node.canConvertToLong(),
                    pointer,
                    "is a whole number");
        } else if (type == boolean.class || type == Boolean.class) {
            require(node.isBoolean(), pointer, "is true or false");
        } else if (type == LocalDate.class) {
            require(isDay(node), pointer, "is a day such as 2013-04-01");
        } else if (type == YearMonth.class) {
            require(isMonth(node), pointer, "is a month such as 2013-03");
        } else if (type == BigDecimal.class) {
            require(
                    node.isString() && DECIMAL.matcher(node.stringValue()).matches(),
                    pointer,
                    "is a decimal in quotes such as \"25.00\"");
        } else {
            throw new IllegalStateException("No shape is known for " + type);
        }
    }

    /// Without characters that PostgreSQL, a log or a spreadsheet would stumble over.
    private static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
                                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static boolean isDay(JsonNode node) {
        return node.isString() && Days.parsed(node.stringValue()).isPresent();
    }

    private static boolean isMonth(JsonNode node) {
        try {
            return node.isString()
                    && YearMonth.parse(node.stringValue()).getYear() >= Days.FIRST.getYear();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void require(boolean fits, String pointer, String message) {
        if (!fits) {
            wrong(pointer, message);
        }
    }

    /// Whoever sends a hundred thousand wrong fields is told of the first.
    private void wrong(String pointer, String message) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(pointer, message));
        }
    }

    private static String escaped(String name) {
        String bounded = name.length() > 100 ? name.substring(0, 100) : name;
        return bounded.replace("~", "~0").replace("/", "~1");
    }
}
