/// What an event says, in plain English: one sentence an event, for readers who know no code.
@NullMarked
package org.ccgledger.query.sentences;

import org.jspecify.annotations.NullMarked;
