/// Runs the automations: reads the ledger with Axon's processors, keeps what falls due, and sends
/// commands.
///
/// The one place of the command side with SQL; no decision reads what it keeps.
@NullMarked
package org.ccgledger.command.running;

import org.jspecify.annotations.NullMarked;
