@NullMarked
package org.ccgledger.query.timeline;

import org.jspecify.annotations.NullMarked;
