@NullMarked
package org.ccgledger.events;

import org.jspecify.annotations.NullMarked;
