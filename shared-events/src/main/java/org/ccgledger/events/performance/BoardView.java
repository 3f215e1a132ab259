package org.ccgledger.events.performance;

import java.time.LocalDate;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;

/// What a health and wellbeing board said of a group when it was consulted.
///
/// @param authority the local authority of which the board is a committee
public record BoardView(BodyRef authority, LocalDate consultedOn, DocRef view) {}
