@NullMarked
package org.ccgledger.standalone.postgres;

import org.jspecify.annotations.NullMarked;
