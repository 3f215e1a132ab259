package org.ccgledger.events;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/// Makes the fact of an event as it was written in one version into what the next one would say.
///
/// It works on what was read and never on what is stored. Where a personal part stood, its subject
/// stays, because the text is kept under that pointer.
///
/// @param name of the event, which no version changes
/// @param version that it takes; what it gives is the next
public record Upcaster(String name, int version, UnaryOperator<ObjectNode> next) {}
