@NullMarked
package org.ccgledger.query.projection;

import org.jspecify.annotations.NullMarked;
