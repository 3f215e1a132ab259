@NullMarked
package org.ccgledger.query.procurement;

import org.jspecify.annotations.NullMarked;
