@NullMarked
package org.ccgledger.query.sentences;

import org.jspecify.annotations.NullMarked;
