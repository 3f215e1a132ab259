/// How groups apply to take part in the commissioning of primary care, and what they take on.
@NullMarked
package org.ccgledger.command.cocommissioning;

import org.jspecify.annotations.NullMarked;
