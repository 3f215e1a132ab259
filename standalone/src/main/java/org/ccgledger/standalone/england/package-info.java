/// England 2012-15: the 211 groups, and what the played history allots to each of them.
@NullMarked
package org.ccgledger.standalone.england;

import org.jspecify.annotations.NullMarked;
