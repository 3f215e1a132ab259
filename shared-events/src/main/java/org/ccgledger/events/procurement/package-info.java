@NullMarked
package org.ccgledger.events.procurement;

import org.jspecify.annotations.NullMarked;
