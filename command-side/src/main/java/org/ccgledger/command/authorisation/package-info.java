/// Authorisation: practices apply to become a group, the Board assesses, decides and says why.
@NullMarked
package org.ccgledger.command.authorisation;

import org.jspecify.annotations.NullMarked;
