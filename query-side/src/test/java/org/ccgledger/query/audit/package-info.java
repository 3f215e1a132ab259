@NullMarked
package org.ccgledger.query.audit;

import org.jspecify.annotations.NullMarked;
