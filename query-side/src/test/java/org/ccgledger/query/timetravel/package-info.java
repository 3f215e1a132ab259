/// Answers about the past, held against replays that stop there.
@NullMarked
package org.ccgledger.query.timetravel;

import org.jspecify.annotations.NullMarked;
