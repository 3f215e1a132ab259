/// What the system itself sends: decisions carried over to other boundaries, and what falls due.
/// Pure functions of events.
@NullMarked
package org.ccgledger.command.automation;

import org.jspecify.annotations.NullMarked;
