/// What was recorded late, and what was corrected?
@NullMarked
package org.ccgledger.query.corrections;

import org.jspecify.annotations.NullMarked;
