package org.ccgledger.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What holds for every event of one command.
///
/// @param command the command's name
/// @param decision whether the command decided something; otherwise it recorded a fact
/// @param causationId the event that the command reacts to
/// @param ruleSet the rules that were held against the command
public record EventMetadata(
        String command,
        boolean decision,
        Actor actor,
        @Nullable Authority authority,
        @Nullable String reasons,
        List<DocRef> evidence,
        @Nullable Source source,
        String correlationId,
        @Nullable UUID causationId,
        String ruleSet) {}
