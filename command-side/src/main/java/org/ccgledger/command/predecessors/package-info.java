/// Primary care trusts, to whom what they hold goes, and their abolition.
@NullMarked
package org.ccgledger.command.predecessors;

import org.jspecify.annotations.NullMarked;
