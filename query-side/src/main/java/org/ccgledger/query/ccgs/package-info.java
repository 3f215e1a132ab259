/// Which groups are there, and what is one at a day, as known at a position?
@NullMarked
package org.ccgledger.query.ccgs;

import org.jspecify.annotations.NullMarked;
