/// Which commands were refused, by which rule.
@NullMarked
package org.ccgledger.query.refusals;

import org.jspecify.annotations.NullMarked;
