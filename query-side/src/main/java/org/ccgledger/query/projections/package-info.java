/// How far are the read models, and what could they not handle?
@NullMarked
package org.ccgledger.query.projections;

import org.jspecify.annotations.NullMarked;
