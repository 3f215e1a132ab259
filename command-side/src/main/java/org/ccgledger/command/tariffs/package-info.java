/// Local variations and modifications of the national tariff.
@NullMarked
package org.ccgledger.command.tariffs;

import org.jspecify.annotations.NullMarked;
