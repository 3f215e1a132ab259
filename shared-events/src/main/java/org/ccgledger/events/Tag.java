package org.ccgledger.events;

/// A name under which events of several streams are found together.
public record Tag(String value) {

    public static Tag ccg(CcgCode code) {
        return new Tag("ccg:" + code);
    }

    /// An ODS code, which is used once and never again.
    public static Tag code(CcgCode code) {
        return new Tag("code:" + code);
    }

    public static Tag practice(PracticeCode code) {
        return new Tag("practice:" + code);
    }

    public static Tag area(AreaCode area) {
        return new Tag("area:" + area);
    }

    public static Tag function(CcgCode ccg, FunctionCode function) {
        return new Tag("function:" + ccg + "/" + function);
    }

    public static Tag direction(DirectionId direction) {
        return new Tag("direction:" + direction);
    }

    /// The membership of a group, as distinct from all else that concerns it.
    public static Tag membership(CcgCode code) {
        return new Tag("membership:" + code);
    }

    public static Tag person(PersonId person) {
        return new Tag("person:" + person);
    }

    public static Tag interest(InterestId interest) {
        return new Tag("interest:" + interest);
    }

    public static Tag body(BodyRef body) {
        return new Tag("body:" + body);
    }

    public static Tag instrument(InstrumentId instrument) {
        return new Tag("instrument:" + instrument);
    }

    /// The instruments that give a power.
    public static Tag power(PowerCode power) {
        return new Tag("power:" + power);
    }

    /// A committee of one group.
    public static Tag committee(CommitteeId committee) {
        return new Tag("committee:" + committee);
    }

    /// What is known better of the entries of a stream, by its name.
    public static Tag corrects(String stream) {
        return new Tag("corrects:" + stream);
    }

    public static Tag jointCommittee(JointCommitteeId committee) {
        return new Tag("joint-committee:" + committee);
    }

    /// What bears on a group's running costs in a year, whoever decided it.
    public static Tag runningCosts(CcgCode code, FinancialYear fy) {
        return new Tag("running-costs:" + code + "/" + fy.inNames());
    }

    /// A primary care trust that groups and others came after.
    public static Tag predecessor(PctCode pct) {
        return new Tag("predecessor:" + pct);
    }

    public static Tag meeting(MeetingId meeting) {
        return new Tag("meeting:" + meeting);
    }

    /// The meetings of one body.
    public static Tag forum(ForumRef forum) {
        return new Tag("forum:" + forum);
    }

    @Override
    public String toString() {
        return value;
    }
}
