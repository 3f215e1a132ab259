package org.ccgledger.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ccgledger.query.http.Listing.Filter;

/// A parameter that a route takes beside those of a [Listing] and those of a [TimeTravel]. What
/// [Parameters] lets through and what is told to those who describe the routes are the same.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Takes.All.class)
public @interface Takes {
    String name();

    String description();

    Filter.Kind kind() default Filter.Kind.TEXT;

    boolean required() default false;

    /// Whether it is a header.
    boolean header() default false;

    /// All that a route takes.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        Takes[] value();
    }
}
