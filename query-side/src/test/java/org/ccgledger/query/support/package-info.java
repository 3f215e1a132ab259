@NullMarked
package org.ccgledger.query.support;

import org.jspecify.annotations.NullMarked;
