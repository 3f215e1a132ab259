package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/// A body that meets and decides, as `KIND/CODE`: `GOVERNING_BODY/02N`,
/// `JOINT_COMMITTEE/south-west-london`, `COMMITTEE/thurrock-primary-care`.
@TextPattern(
        value = "(GOVERNING_BODY|JOINT_COMMITTEE|COMMITTEE)/[A-Za-z0-9][A-Za-z0-9-]{2,63}",
        example = "GOVERNING_BODY/02N")
public record ForumRef(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ForumRef {}

    /// What a forum is.
    public enum Kind {
        /// NHS Act 2006 s.14L: of one group; its code is the group's.
        GOVERNING_BODY,
        /// NHS Act 2006 s.14Z3, s.14Z9 and s.13Z: of several bodies.
        JOINT_COMMITTEE,
        /// Of one group or of its governing body, NHS Act 2006 Sch 1A.
        COMMITTEE
    }

    public static ForumRef governingBody(CcgCode ccg) {
        return new ForumRef(Kind.GOVERNING_BODY + "/" + ccg);
    }

    public static ForumRef jointCommittee(JointCommitteeId committee) {
        return new ForumRef(Kind.JOINT_COMMITTEE + "/" + committee);
    }

    public Kind kind() {
        return Kind.valueOf(value.substring(0, value.indexOf('/')));
    }

    public String code() {
        return value.substring(value.indexOf('/') + 1);
    }

    /// The group whose governing body it is, if it is one.
    public Optional<CcgCode> governed() {
        return kind() == Kind.GOVERNING_BODY ? Optional.of(new CcgCode(code())) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
