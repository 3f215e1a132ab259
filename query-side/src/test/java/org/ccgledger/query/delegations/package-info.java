@NullMarked
package org.ccgledger.query.delegations;

import org.jspecify.annotations.NullMarked;
