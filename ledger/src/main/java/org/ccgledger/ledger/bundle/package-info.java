/// A ledger in plain files, to be checked and kept without a database.
@NullMarked
package org.ccgledger.ledger.bundle;

import org.jspecify.annotations.NullMarked;
