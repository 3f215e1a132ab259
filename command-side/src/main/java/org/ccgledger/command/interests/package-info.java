/// What people declare to a group about their own interests.
@NullMarked
package org.ccgledger.command.interests;

import org.jspecify.annotations.NullMarked;
