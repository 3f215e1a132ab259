@NullMarked
package org.ccgledger.query.interests;

import org.jspecify.annotations.NullMarked;
