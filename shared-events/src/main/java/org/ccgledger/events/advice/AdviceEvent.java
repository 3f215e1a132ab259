package org.ccgledger.events.advice;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.events.AdviceId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.Tag;

/// Advice that groups ask for and are given, and what they make of it.
public sealed interface AdviceEvent extends CcgEvent {

    CcgCode ccg();

    /// NHS Act 2006 s.14W.
    @EventName("ccg.advice.AdviceRequested")
    record AdviceRequested(
            AdviceId advice,
            CcgCode ccg,
            BodyRef body,
            AdvisoryKind kind,
            String question,
            LocalDate effectiveOn)
            implements AdviceEvent {}

    /// Advice decides nothing: it is a fact that it was given.
    @EventName(value = "ccg.advice.AdviceGiven", fact = true)
    record AdviceGiven(
            AdviceId advice,
            CcgCode ccg,
            BodyRef body,
            DocRef document,
            AdviceForm form,
            LocalDate effectiveOn)
            implements AdviceEvent {}

    @EventName("ccg.advice.AdviceResponded")
    record AdviceResponded(
            AdviceId advice, CcgCode ccg, AdviceResponse response, LocalDate effectiveOn)
            implements AdviceEvent {}

    /// Advice that tells the group what to do, by its own words or as the group took it.
    @EventName(value = "ccg.advice.AdviceOverreach", fact = true)
    record AdviceOverreach(AdviceId advice, CcgCode ccg, BodyRef body, LocalDate effectiveOn)
            implements AdviceEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case AdviceRequested e -> Set.of(Tag.ccg(e.ccg()));
            case AdviceGiven e -> Set.of(Tag.ccg(e.ccg()));
            case AdviceResponded e -> Set.of(Tag.ccg(e.ccg()));
            case AdviceOverreach e -> Set.of(Tag.ccg(e.ccg()));
        };
    }
}
