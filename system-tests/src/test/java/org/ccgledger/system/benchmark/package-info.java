/// The ledger beside Axon's own event store: how many commands, how soon seen, at what cost.
///
/// `mvn -Pbenchmark verify` runs it; docs/performance.md says what each row means.
@NullMarked
package org.ccgledger.system.benchmark;

import org.jspecify.annotations.NullMarked;
