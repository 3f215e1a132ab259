@NullMarked
package org.ccgledger.events.commands;

import org.jspecify.annotations.NullMarked;
