@NullMarked
package org.ccgledger.query.governanceaudits;

import org.jspecify.annotations.NullMarked;
