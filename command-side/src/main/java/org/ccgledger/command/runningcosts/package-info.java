/// What groups may spend on running themselves, what they plan to, and what they spend.
@NullMarked
package org.ccgledger.command.runningcosts;

import org.jspecify.annotations.NullMarked;
