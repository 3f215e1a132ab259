package org.ccgledger.standalone.england;

/// One of the 211 clinical commissioning groups of April 2013.
///
/// @param code the ODS code, such as `02N`
/// @param ons the ONS code, such as `E38000001`; it also stands for the group's area
/// @param name the short name of the ONS list, spelt as there
/// @param areaTeam the area team that the group answers to
/// @param patients on the lists of its practices in 2013/14
public record ReferenceCcg(String code, String ons, String name, AreaTeam areaTeam, int patients) {

    /// The name in law (SI 2012/1631 regulation 5): begins "NHS", ends "Clinical Commissioning
    /// Group".
    public String legalName() {
        return name + " Clinical Commissioning Group";
    }
}
