/// Who held what on a day: offices, seats, interests?
@NullMarked
package org.ccgledger.query.persons;

import org.jspecify.annotations.NullMarked;
