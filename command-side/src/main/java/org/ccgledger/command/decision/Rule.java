package org.ccgledger.command.decision;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a refusal tells its reader beside its code.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rule {

    /// The rule's id, as `A8`; empty where the code belongs to no rule.
    String id() default "";

    /// The rule in one clause.
    String title();

    /// What the sender can do about it.
    String cure();

    /// The HTTP status of the answer.
    int status() default 422;
}
