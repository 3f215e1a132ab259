@NullMarked
package org.ccgledger.query.cocommissioning;

import org.jspecify.annotations.NullMarked;
