@NullMarked
package org.ccgledger.events.conditions;

import org.jspecify.annotations.NullMarked;
