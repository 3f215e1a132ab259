/// What happened to one thing, read from the ledger in order.
@NullMarked
package org.ccgledger.query.timeline;

import org.jspecify.annotations.NullMarked;
