/// What gifts and hospitality were declared, and which breaches are published?
@NullMarked
package org.ccgledger.query.conduct;

import org.jspecify.annotations.NullMarked;
