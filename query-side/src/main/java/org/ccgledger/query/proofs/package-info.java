/// What anybody needs to check the ledger without trusting it: the newest signed checkpoint, and
/// proofs about the tree that it states.
@NullMarked
package org.ccgledger.query.proofs;

import org.jspecify.annotations.NullMarked;
