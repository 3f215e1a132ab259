/// Who supports groups in commissioning, at which cost, and for how long?
@NullMarked
package org.ccgledger.query.support;

import org.jspecify.annotations.NullMarked;
