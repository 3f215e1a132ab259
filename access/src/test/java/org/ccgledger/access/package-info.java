@NullMarked
package org.ccgledger.access;

import org.jspecify.annotations.NullMarked;
