/// Which prices depart from the national tariff, and how far is each change?
@NullMarked
package org.ccgledger.query.tariffs;

import org.jspecify.annotations.NullMarked;
