@NullMarked
package org.ccgledger.events.authorisation;

import org.jspecify.annotations.NullMarked;
