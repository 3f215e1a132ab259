/// Where do instruments stand, how did the Houses divide, and when are they in force?
@NullMarked
package org.ccgledger.query.instruments;

import org.jspecify.annotations.NullMarked;
