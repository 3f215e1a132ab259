/// What is recorded, as it is recorded: a stream of events for services that follow the ledger.
@NullMarked
package org.ccgledger.query.feed;

import org.jspecify.annotations.NullMarked;
