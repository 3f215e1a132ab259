@NullMarked
package org.ccgledger.events.tariffs;

import org.jspecify.annotations.NullMarked;
