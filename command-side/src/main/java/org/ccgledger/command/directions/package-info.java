/// The Board's directions to a group, and who exercises the functions that they take from it.
@NullMarked
package org.ccgledger.command.directions;

import org.jspecify.annotations.NullMarked;
