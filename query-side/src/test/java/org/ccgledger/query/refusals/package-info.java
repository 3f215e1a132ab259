@NullMarked
package org.ccgledger.query.refusals;

import org.jspecify.annotations.NullMarked;
