@NullMarked
package org.ccgledger.query.successions;

import org.jspecify.annotations.NullMarked;
