package org.ccgledger.events.conduct;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.BreachId;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.GiftId;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Tag;
import org.ccgledger.events.interests.DeclarantClass;
import org.jspecify.annotations.Nullable;

/// How the people of a group conduct themselves where their interests meet its business.
public sealed interface ConductEvent extends CcgEvent {

    CcgCode ccg();

    /// Somebody was offered a gift or hospitality.
    ///
    /// @param offeror where it has a code
    /// @param offerorName and the nature of its business
    /// @param value estimated, in pounds
    /// @param accepted or declined
    /// @param approver who agreed that it was accepted
    @EventName(value = "ccg.conduct.GiftDeclared", fact = true)
    record GiftDeclared(
            GiftId gift,
            PersonId person,
            CcgCode ccg,
            @Nullable PersonalText name,
            DeclarantClass declarant,
            GiftKind kind,
            @Nullable BodyRef offeror,
            @Nullable PersonalText offerorName,
            PersonalText description,
            BigDecimal value,
            LocalDate offeredOn,
            @Nullable LocalDate receivedOn,
            boolean accepted,
            @Nullable PersonId approver,
            LocalDate effectiveOn)
            implements ConductEvent {}

    /// Somebody is said to have broken the rules.
    ///
    /// @param person who is said to have done so
    /// @param interest that was not declared or not managed
    @EventName(value = "ccg.conduct.BreachReported", fact = true)
    record BreachReported(
            BreachId breach,
            CcgCode ccg,
            PersonId person,
            PersonalText narrative,
            @Nullable InterestId interest,
            LocalDate effectiveOn)
            implements ConductEvent {}

    @EventName("ccg.conduct.BreachClosed")
    record BreachClosed(
            BreachId breach,
            CcgCode ccg,
            PersonId person,
            PersonalText findings,
            LocalDate effectiveOn)
            implements ConductEvent {}

    /// What the public is told of a breach, which names nobody.
    @EventName("ccg.conduct.BreachPublished")
    record BreachPublished(BreachId breach, CcgCode ccg, String summary, LocalDate effectiveOn)
            implements ConductEvent {}

    @EventName(value = "ccg.conduct.TrainingRecorded", fact = true)
    record TrainingRecorded(
            PersonId person,
            CcgCode ccg,
            TrainingModule module,
            LocalDate completedOn,
            LocalDate effectiveOn)
            implements ConductEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case GiftDeclared e -> Set.of(Tag.ccg(e.ccg()), Tag.person(e.person()));
            case BreachReported e -> Set.of(Tag.ccg(e.ccg()), Tag.person(e.person()));
            case BreachClosed e -> Set.of(Tag.ccg(e.ccg()), Tag.person(e.person()));
            case BreachPublished e -> Set.of(Tag.ccg(e.ccg()));
            case TrainingRecorded e -> Set.of(Tag.ccg(e.ccg()), Tag.person(e.person()));
        };
    }
}
