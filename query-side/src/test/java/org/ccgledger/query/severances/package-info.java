@NullMarked
package org.ccgledger.query.severances;

import org.jspecify.annotations.NullMarked;
