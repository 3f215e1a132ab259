@NullMarked
package org.ccgledger.query.predecessors;

import org.jspecify.annotations.NullMarked;
