@NullMarked
package org.ccgledger.query.readmodels;

import org.jspecify.annotations.NullMarked;
