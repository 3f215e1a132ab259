package org.ccgledger.system.guilty;

/// Guilty: speaks where nobody listens.
public final class Talkative {

    void say(String text) {
        System.out.println(text);
    }
}
