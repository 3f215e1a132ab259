/// What may happen: one package a capability.
@NullMarked
package org.ccgledger.command;

import org.jspecify.annotations.NullMarked;
