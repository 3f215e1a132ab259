/// What proves the ledger to others: the tree over its leaves, and signed checkpoints of it.
@NullMarked
package org.ccgledger.ledger.proof;

import org.jspecify.annotations.NullMarked;
