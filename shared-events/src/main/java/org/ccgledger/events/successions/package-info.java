@NullMarked
package org.ccgledger.events.successions;

import org.jspecify.annotations.NullMarked;
