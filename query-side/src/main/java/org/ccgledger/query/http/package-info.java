/// What every question has in common on the wire: the day and the knowledge that it asks for,
/// pages, forms, freshness and problems.
@NullMarked
package org.ccgledger.query.http;

import org.jspecify.annotations.NullMarked;
