@NullMarked
package org.ccgledger.events.registry;

import org.jspecify.annotations.NullMarked;
