package org.ccgledger.events.commands;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// Commands that changed nothing, kept as durably as those that did.
///
/// They stand in the stream `command:{command id}`, which no decision reads.
public sealed interface CommandEvent extends CcgEvent {

    /// `rule` is the rule's id, absent where the code has none; `subject` is the stream that the
    /// command would have written.
    @EventName(value = "ccg.commands.CommandRefused", fact = true)
    record CommandRefused(
            UUID commandId,
            String subject,
            String code,
            @Nullable String rule,
            int status,
            String title,
            String detail,
            List<RuleViolation> violations,
            LocalDate effectiveOn)
            implements CommandEvent {}

    @EventName(value = "ccg.commands.CommandUnchanged", fact = true)
    record CommandUnchanged(UUID commandId, String subject, LocalDate effectiveOn)
            implements CommandEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case CommandRefused e -> Set.of(new Tag("refused:" + e.subject()));
            case CommandUnchanged _ -> Set.of();
        };
    }
}
