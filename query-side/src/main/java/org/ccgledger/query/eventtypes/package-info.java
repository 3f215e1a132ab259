/// Which events are there, and what does each hold?
@NullMarked
package org.ccgledger.query.eventtypes;

import org.jspecify.annotations.NullMarked;
