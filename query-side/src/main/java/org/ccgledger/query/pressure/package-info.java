/// Which groups reported pressure, from whom, and what did they do about it?
@NullMarked
package org.ccgledger.query.pressure;

import org.jspecify.annotations.NullMarked;
