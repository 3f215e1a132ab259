/// Promises of autonomy, and what bears on them.
@NullMarked
package org.ccgledger.events.pledges;

import org.jspecify.annotations.NullMarked;
