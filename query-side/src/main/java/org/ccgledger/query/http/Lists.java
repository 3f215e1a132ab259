package org.ccgledger.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which [Listing] a route gives pages of, for those who describe the routes.
///
/// Beside the route there is one for the difference between two points of it, open to the same
/// callers: see [DifferenceRoutes].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Lists {

    /// What the path of the difference ends with, behind that of the list.
    String DIFFERENCE = "/diff";

    /// The constant of the route's class that holds it.
    String value();

    /// Whether its pages can be had as CloudEvents as well.
    boolean asCloudEvents() default false;
}
