@NullMarked
package org.ccgledger.events.interests;

import org.jspecify.annotations.NullMarked;
