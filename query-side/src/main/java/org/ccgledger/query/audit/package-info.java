/// What the audit's answers have in common: where an event stands, who acted and under which
/// authority.
@NullMarked
package org.ccgledger.query.audit;

import org.jspecify.annotations.NullMarked;
