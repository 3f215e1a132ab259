package org.ccgledger.events.corrections;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CorrectionId;
import org.ccgledger.events.EventName;
import org.ccgledger.events.LedgerEntry;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What is known better of an entry, which stays as it is.
public sealed interface CorrectionEvent extends CcgEvent {

    /// `field` of the entry says `wrong` where it should have said `right`; `ccg` is the group that
    /// corrects an entry of its own.
    @EventName(value = "ccg.corrections.RecordCorrected", fact = true)
    record RecordCorrected(
            CorrectionId correction,
            LedgerEntry entry,
            @Nullable CcgCode ccg,
            String field,
            String wrong,
            String right,
            LocalDate effectiveOn)
            implements CorrectionEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case RecordCorrected e ->
                    Stream.concat(
                                    Stream.of(Tag.corrects(e.entry().stream())),
                                    Stream.ofNullable(e.ccg()).map(Tag::ccg))
                            .collect(Collectors.toUnmodifiableSet());
        };
    }
}
