package org.ccgledger.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that a route answers about one thing, which its path names.
///
/// Beside the route there is one for the difference between two points of the answer, open to the
/// same callers: see [DifferenceRoutes].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AboutOne {}
