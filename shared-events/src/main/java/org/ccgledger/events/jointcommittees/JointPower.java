package org.ccgledger.events.jointcommittees;

/// The power of the NHS Act 2006 under which bodies act by joint committee.
public enum JointPower {
    /// s.14Z3(2A): two or more groups, for functions of groups.
    S14Z3,
    /// s.14Z9: groups and the Board, for functions of groups.
    S14Z9,
    /// s.13Z(4): the Board and groups, for functions of the Board.
    S13Z
}
