@NullMarked
package org.ccgledger.query.conduct;

import org.jspecify.annotations.NullMarked;
