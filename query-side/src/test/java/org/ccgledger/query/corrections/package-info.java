@NullMarked
package org.ccgledger.query.corrections;

import org.jspecify.annotations.NullMarked;
