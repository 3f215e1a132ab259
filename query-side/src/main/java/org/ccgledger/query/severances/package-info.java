/// How many agreements on leaving stand where, and how long does approval take?
@NullMarked
package org.ccgledger.query.severances;

import org.jspecify.annotations.NullMarked;
