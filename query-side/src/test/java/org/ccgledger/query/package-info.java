@NullMarked
package org.ccgledger.query;

import org.jspecify.annotations.NullMarked;
