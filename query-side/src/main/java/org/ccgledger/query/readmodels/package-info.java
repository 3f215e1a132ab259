/// The read models, taken away in files: as they stand at a position of the ledger, in both times.
@NullMarked
package org.ccgledger.query.readmodels;

import org.jspecify.annotations.NullMarked;
