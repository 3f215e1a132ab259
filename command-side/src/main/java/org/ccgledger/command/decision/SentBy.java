package org.ccgledger.command.decision;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ccgledger.events.Role;

/// The roles that may send a command.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SentBy {

    Role[] value();

    /// Whether a rule with a code of its own refuses other senders, in place of the general
    /// refusal.
    boolean leftToRule() default false;

    /// Whether a rule with a code of its own refuses those who act for another body, in place of
    /// the general refusal.
    boolean bodyLeftToRule() default false;

    /// Whether every sender, of whatever role, acts for one of the command's bodies; otherwise only
    /// those do whose role belongs to one body.
    boolean forOwnBody() default false;
}
