/// Membership: every practice contract belongs to one group, and to one only.
@NullMarked
package org.ccgledger.command.membership;

import org.jspecify.annotations.NullMarked;
