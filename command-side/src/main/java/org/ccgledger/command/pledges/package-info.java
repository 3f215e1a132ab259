/// Promises of autonomy, and what bears on them.
@NullMarked
package org.ccgledger.command.pledges;

import org.jspecify.annotations.NullMarked;
