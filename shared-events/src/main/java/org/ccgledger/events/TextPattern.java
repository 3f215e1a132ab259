package org.ccgledger.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The form that a text value must have on its way in.
///
/// It is checked where a command is read, never where an event is: the ledger is right by
/// definition.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TextPattern {

    /// A regular expression that the whole text matches.
    String value();

    /// What a correct value looks like, for the error message.
    String example();
}
