@NullMarked
package org.ccgledger.events.severances;

import org.jspecify.annotations.NullMarked;
