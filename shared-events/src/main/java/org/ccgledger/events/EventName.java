package org.ccgledger.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permanent name and schema version of an event, independent of the class that carries it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {

    /// Dotted, `ccg.{family}.{Event}`.
    String value();

    /// Counted from 1; a new version joins the old ones.
    int version() default 1;

    /// Whether it records what happened rather than what was decided. Facts may be dated before
    /// what their stream already holds, but not ahead; decisions the other way round.
    boolean fact() default false;
}
