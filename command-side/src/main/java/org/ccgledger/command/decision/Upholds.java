package org.ccgledger.command.decision;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that a class or method upholds a rule that refuses nothing: it computes, records or reacts.
///
/// The list of rules is made from these and from each [Rule]; the test that shows one carries its
/// id as a JUnit tag.
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Upholds {

    /// The rule's id, as `J12`.
    String id();

    /// The rule in one clause.
    String title();
}
