package org.ccgledger.standalone.england;

/// A local area team of the NHS Commissioning Board as ONS coded it in April 2013.
///
/// There were 27 teams; ONS has 25 codes because it codes London's three as one.
///
/// @param ods the ODS code, such as `Q52`
/// @param ons the ONS code, such as `E39000009`
/// @param name without the words "Area Team"
/// @param region one of the four regions, such as `North of England`
public record AreaTeam(String ods, String ons, String name, String region) {}
