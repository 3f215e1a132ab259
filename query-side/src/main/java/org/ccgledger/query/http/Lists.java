package org.ccgledger.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which [Listing] a route gives pages of, for those who describe the routes.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Lists {

    /// The constant of the route's class that holds it.
    String value();
}
