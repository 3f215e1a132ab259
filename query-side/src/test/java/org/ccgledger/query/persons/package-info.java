@NullMarked
package org.ccgledger.query.persons;

import org.jspecify.annotations.NullMarked;
