package org.ccgledger.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// To whom a route is open. Every route says so beside its path; with one that does not, nothing
/// starts.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenTo {

    Callers value();

    /// Whether its answers are about persons beyond what is published; who reads them is recorded.
    boolean personal() default false;
}
