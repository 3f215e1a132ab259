package org.ccgledger.command.conduct;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.conduct.ConductEvent;
import org.ccgledger.events.conduct.ConductEvent.*;
import org.ccgledger.events.conduct.TrainingModule;

/// Where a matter of conduct stands.
sealed interface Matter {

    record NotRecorded() implements Matter {}

    record GiftRecorded() implements Matter {}

    record BreachOpen(PersonId person) implements Matter {}

    record BreachEnded(PersonId person, LocalDate since) implements Matter {}

    record Trained(Set<Completion> completions) implements Matter {}

    /// A part of the training, and when it was completed.
    record Completion(TrainingModule module, LocalDate on) {}

    default Matter evolve(ConductEvent event) {
        return switch (event) {
            case GiftDeclared _ -> new GiftRecorded();
            case BreachReported e ->
                    this instanceof BreachEnded ? this : new BreachOpen(e.person());
            case BreachClosed e -> new BreachEnded(e.person(), e.effectiveOn());
            case BreachPublished _ -> this;
            case TrainingRecorded e ->
                    new Trained(
                            Stream.concat(
                                            completions().stream(),
                                            Stream.of(new Completion(e.module(), e.completedOn())))
                                    .collect(Collectors.toUnmodifiableSet()));
        };
    }

    private Set<Completion> completions() {
        return this instanceof Trained(var completions) ? completions : Set.of();
    }
}
