package org.ccgledger.standalone;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what the body of a route is and what it answers, by the names of [OpenApiComponents], for
/// those who describe the routes.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Accepts {
    String value();

    String answers();
}
