/// The ledger in Axon's own terms, so that its processors, tokens, replays and dead letters work on
/// it.
@NullMarked
package org.ccgledger.ledger.axon;

import org.jspecify.annotations.NullMarked;
