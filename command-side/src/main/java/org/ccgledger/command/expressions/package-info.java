/// Rounds of co-commissioning, and the interest that groups express in them.
@NullMarked
package org.ccgledger.command.expressions;

import org.jspecify.annotations.NullMarked;
