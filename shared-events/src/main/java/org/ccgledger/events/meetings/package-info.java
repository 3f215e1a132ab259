/// What bodies that meet decide, how their members vote and what stands in the way of a vote.
@NullMarked
package org.ccgledger.events.meetings;

import org.jspecify.annotations.NullMarked;
