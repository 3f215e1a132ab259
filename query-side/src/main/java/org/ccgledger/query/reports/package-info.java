/// What is read on paper: a decision, a committee's year, a public register on a day.
@NullMarked
package org.ccgledger.query.reports;

import org.jspecify.annotations.NullMarked;
