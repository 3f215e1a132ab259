package org.ccgledger.command.tariffs;

import java.time.LocalDate;
import java.util.Optional;
import org.ccgledger.events.tariffs.TariffChangeKind;
import org.ccgledger.events.tariffs.TariffEvent;
import org.ccgledger.events.tariffs.TariffEvent.*;

/// Where a local change of the tariff stands.
sealed interface Variation {

    record NotProposed() implements Variation {}

    record Proposed(TariffVariationProposed terms) implements Variation {}

    record Agreed(TariffVariationProposed terms, LocalDate on, boolean isOverdue)
            implements Variation {}

    /// A modification, by Monitor.
    record Approved(TariffVariationProposed terms, LocalDate on, boolean isOverdue)
            implements Variation {}

    /// A modification, by Monitor.
    record Refused(TariffVariationProposed terms, LocalDate on) implements Variation {}

    record Published(TariffVariationProposed terms, TariffVariationPublished last)
            implements Variation {}

    /// What was proposed, if anything was.
    default Optional<TariffVariationProposed> proposal() {
        return switch (this) {
            case NotProposed _ -> Optional.empty();
            case Proposed(var terms) -> Optional.of(terms);
            case Agreed(var terms, _, _) -> Optional.of(terms);
            case Approved(var terms, _, _) -> Optional.of(terms);
            case Refused(var terms, _) -> Optional.of(terms);
            case Published(var terms, _) -> Optional.of(terms);
        };
    }

    /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as it
    /// is.
    default Variation evolve(TariffEvent event) {
        return switch (event) {
            case TariffVariationProposed e -> new Proposed(e);
            case TariffVariationAgreed e ->
                    this instanceof Proposed(var terms)
                            ? new Agreed(terms, e.effectiveOn(), false)
                            : this;
            case TariffModificationApproved e ->
                    this instanceof Agreed(var terms, _, _)
                            ? new Approved(terms, e.effectiveOn(), false)
                            : this;
            case TariffModificationRefused e ->
                    this instanceof Agreed(var terms, _, _)
                            ? new Refused(terms, e.effectiveOn())
                            : this;
            case TariffVariationPublished e ->
                    proposal().<Variation>map(terms -> new Published(terms, e)).orElse(this);
            case VariationPublicationOverdue _ ->
                    switch (this) {
                        case Agreed(var terms, var on, _) -> new Agreed(terms, on, true);
                        case Approved(var terms, var on, _) -> new Approved(terms, on, true);
                        case NotProposed _, Proposed _, Refused _, Published _ -> this;
                    };
        };
    }

    /// The day from which the days for publication are counted, while one is awaited and none was
    /// found to be overdue.
    default Optional<LocalDate> awaitsPublicationSince() {
        return switch (this) {
            case Agreed(var terms, var on, var isOverdue)
                    when !isOverdue && terms.kind() == TariffChangeKind.VARIATION ->
                    Optional.of(on);
            case Approved(_, var on, var isOverdue) when !isOverdue -> Optional.of(on);
            case NotProposed _, Proposed _, Agreed _, Approved _, Refused _, Published _ ->
                    Optional.empty();
        };
    }
}
