@NullMarked
package org.ccgledger.standalone;

import org.jspecify.annotations.NullMarked;
