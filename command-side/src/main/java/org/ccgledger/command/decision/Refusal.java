package org.ccgledger.command.decision;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ccgledger.events.commands.RuleViolation;

/// A decision's no, by the rule that says it. Each is a record whose fields say what the rule ran
/// against.
public interface Refusal {

    /// The code by which callers know it: the name of the record in capitals.
    default String code() {
        return codeOf(getClass());
    }

    /// What the rule is, and what its reader can do about it.
    default Rule rule() {
        return Objects.requireNonNull(
                getClass().getAnnotation(Rule.class), () -> getClass() + " has no @Rule");
    }

    /// The fields of the record, as what the rule ran against.
    default List<RuleViolation> violations() {
        return Arrays.stream(getClass().getRecordComponents())
                .map(field -> new RuleViolation(field.getName(), text(valueOf(field))))
                .filter(violation -> !violation.message().isEmpty())
                .toList();
    }

    /// The code of a class of refusals: `UnmetCriteriaRequireConditions` is
    /// UNMET_CRITERIA_REQUIRE_CONDITIONS.
    static String codeOf(Class<?> refusal) {
        return refusal.getSimpleName()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }

    private Object valueOf(RecordComponent field) {
        try {
            field.getAccessor().setAccessible(true);
            return Objects.requireNonNullElse(field.getAccessor().invoke(this), "");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's own field cannot be read: " + field, e);
        }
    }

    private static String text(Object value) {
        return value instanceof Collection<?> values
                ? values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "))
                : value.toString();
    }
}
