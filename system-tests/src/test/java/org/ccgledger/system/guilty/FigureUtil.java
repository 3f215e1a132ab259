package org.ccgledger.system.guilty;

/// Guilty: named after nothing.
public final class FigureUtil {

    private FigureUtil() {}
}
