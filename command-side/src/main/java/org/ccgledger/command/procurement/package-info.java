/// What a group decides about a service, from the need that it identifies on.
@NullMarked
package org.ccgledger.command.procurement;

import org.jspecify.annotations.NullMarked;
