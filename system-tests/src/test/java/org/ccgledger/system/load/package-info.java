/// A load that comes from outside, and what it writes down about it.
@NullMarked
package org.ccgledger.system.load;

import org.jspecify.annotations.NullMarked;
