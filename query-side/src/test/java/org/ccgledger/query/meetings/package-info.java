@NullMarked
package org.ccgledger.query.meetings;

import org.jspecify.annotations.NullMarked;
