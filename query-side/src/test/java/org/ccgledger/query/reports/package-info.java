@NullMarked
package org.ccgledger.query.reports;

import org.jspecify.annotations.NullMarked;
