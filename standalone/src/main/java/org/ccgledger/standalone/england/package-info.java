/// England 2011-16: the 211 groups, and what the played history allots to each of them.
@NullMarked
package org.ccgledger.standalone.england;

import org.jspecify.annotations.NullMarked;
