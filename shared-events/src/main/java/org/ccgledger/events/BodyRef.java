package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/// A body in law or practice, as `KIND/CODE`: `CCG/02N`, `BOARD/X24`, `PRACTICE/A81001`.
@TextPattern(
        value =
                "(CCG|BOARD|AREA_TEAM|PCT|SHA|PRACTICE|LA|SENATE|NETWORK|CSU|PROVIDER|DH|HMT|MONITOR|ICB|PARLIAMENT|SYSTEM)/[A-Z0-9-]{1,20}",
        example = "CCG/02N")
public record BodyRef(@JsonValue String value) {

    /// The NHS Commissioning Board, NHS England from spring 2013.
    public static final BodyRef BOARD = new BodyRef("BOARD/X24");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BodyRef {}

    public static BodyRef ccg(CcgCode code) {
        return new BodyRef("CCG/" + code);
    }

    public static BodyRef pct(PctCode code) {
        return new BodyRef("PCT/" + code);
    }

    public static BodyRef sha(ShaCode code) {
        return new BodyRef("SHA/" + code);
    }

    public static BodyRef practice(PracticeCode code) {
        return new BodyRef("PRACTICE/" + code);
    }

    public String kind() {
        return value.substring(0, value.indexOf('/'));
    }

    public String code() {
        return value.substring(value.indexOf('/') + 1);
    }

    public boolean isCcg() {
        return kind().equals("CCG");
    }

    /// The group, if it is one.
    public Optional<CcgCode> asCcg() {
        return isCcg() ? Optional.of(new CcgCode(code())) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
