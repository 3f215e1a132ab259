/// Which groups want to take part in the commissioning of primary care, and which do?
@NullMarked
package org.ccgledger.query.cocommissioning;

import org.jspecify.annotations.NullMarked;
