package org.ccgledger.command.decision;

import java.util.ArrayList;
import java.util.List;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.events.Period;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.jspecify.annotations.Nullable;

/// What the fields of a command that appoints somebody must be to one another.
public final class AppointmentFields {

    private AppointmentFields() {}

    /// A name is that of the person appointed.
    public static List<FieldError> errors(PersonId person, @Nullable PersonalText name) {
        return name == null || name.subject().equals(person)
                ? List.of()
                : List.of(new FieldError("/name/subject", "is the person appointed"));
    }

    /// And a term does not end before it begins.
    public static List<FieldError> errors(
            PersonId person, @Nullable PersonalText name, Period term) {
        List<FieldError> errors = new ArrayList<>(errors(person, name));
        if (term.until() != null && term.until().isBefore(term.from())) {
            errors.add(new FieldError("/term/until", "is not before the first day"));
        }
        return errors;
    }
}
