/// Which directions are in force, and who exercises the functions that they take?
@NullMarked
package org.ccgledger.query.directions;

import org.jspecify.annotations.NullMarked;
