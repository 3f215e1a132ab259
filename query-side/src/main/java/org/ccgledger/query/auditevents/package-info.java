/// Where an event is: by who, what, where and when.
@NullMarked
package org.ccgledger.query.auditevents;

import org.jspecify.annotations.NullMarked;
