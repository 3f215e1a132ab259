@NullMarked
package org.ccgledger.verifier;

import org.jspecify.annotations.NullMarked;
