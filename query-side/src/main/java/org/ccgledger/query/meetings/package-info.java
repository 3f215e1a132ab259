/// Who met, who was there, who stood aside, who voted how, and what was decided?
@NullMarked
package org.ccgledger.query.meetings;

import org.jspecify.annotations.NullMarked;
