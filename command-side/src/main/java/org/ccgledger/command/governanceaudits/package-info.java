/// Audits of how groups govern themselves, before anything is delegated to them and after.
@NullMarked
package org.ccgledger.command.governanceaudits;

import org.jspecify.annotations.NullMarked;
