/// What bodies that meet decide: who may vote, on what, and when a decision stands.
@NullMarked
package org.ccgledger.command.meetings;

import org.jspecify.annotations.NullMarked;
