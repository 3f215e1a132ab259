package org.ccgledger.system.guilty;

/// Guilty: anybody can change it.
public final class Open {

    public int count;
}
