@NullMarked
package org.ccgledger.events.catalogue;

import org.jspecify.annotations.NullMarked;
