/// Agreements on leaving, and what has to be clear in them before they are approved.
@NullMarked
package org.ccgledger.command.severances;

import org.jspecify.annotations.NullMarked;
