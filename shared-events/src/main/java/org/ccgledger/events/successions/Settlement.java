package org.ccgledger.events.successions;

import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.jspecify.annotations.Nullable;

/// What becomes of one thing that was open when a group ceased to exist.
///
/// @param matter by the id that its kind has
/// @param successor to which it passes; absent where it ends with the group
public record Settlement(
        CcgCode ccg, MatterKind kind, String matter, @Nullable BodyRef successor) {}
