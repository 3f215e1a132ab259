/// How a decision is made: the command, what it may read, what it may answer, and how the answer is
/// appended.
///
/// A capability declares a [org.ccgledger.command.decision.Decider]; nothing in it knows Axon, SQL
/// or HTTP.
@NullMarked
package org.ccgledger.command.decision;

import org.jspecify.annotations.NullMarked;
