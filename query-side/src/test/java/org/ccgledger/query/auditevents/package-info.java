@NullMarked
package org.ccgledger.query.auditevents;

import org.jspecify.annotations.NullMarked;
