/// Approvals: what one body agrees to before another takes a step.
@NullMarked
package org.ccgledger.command.approvals;

import org.jspecify.annotations.NullMarked;
