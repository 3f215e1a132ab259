package org.ccgledger.query.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that a route answers for a day, `asOf`, and a knowledge, `knownAt`, and whoever has just
/// written with its own write. What [Lists] or is [AboutOne] does so too.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TimeTravel {}
