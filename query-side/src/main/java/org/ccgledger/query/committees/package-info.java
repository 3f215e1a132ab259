/// Which committees do groups have of their own, on which terms, and who sits on them?
@NullMarked
package org.ccgledger.query.committees;

import org.jspecify.annotations.NullMarked;
