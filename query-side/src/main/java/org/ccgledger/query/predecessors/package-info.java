/// Who came after which primary care trust, in what, and by which share?
@NullMarked
package org.ccgledger.query.predecessors;

import org.jspecify.annotations.NullMarked;
