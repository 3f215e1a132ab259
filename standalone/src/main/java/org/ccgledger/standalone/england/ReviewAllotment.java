package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;

/// Allots the six reviews from March 2013 to May 2014 what they decide.
///
/// Groups that sources name fare as they say. The others stand in line, those with the fewest open
/// conditions first, equal ones in code order: the first are fully authorised, the next have the
/// later half of their conditions discharged (of an odd number, the smaller half), the rest are
/// kept. A group directed before the review is kept unless its direction is revoked; then its
/// conditions are halved, and those at level IV and above lowered to III.
///
/// - *0, March 2013*, waves 1 to 3: 63 fully, 47 reduced, among them Nene and Herts Valleys, whose
///   directions are revoked (the first two in code order of the five that may have been); Barnet is
///   directed.
/// - *1, July 2013*: 46 fully, 51 reduced, among them the six whose directions are revoked; the
///   eight still directed are kept.
/// - *2, October and November 2013*: 28 fully, among them Surrey Downs; Herefordshire's direction
///   is revoked; the rest are kept.
/// - *3 to 5, 2014*: no source counts who was fully authorised, so nobody is. Four directions are
///   revoked (Scarborough and Ryedale in January, Vale of York and Croydon in March, Basildon and
///   Brentwood in May), which leaves Barnet's, which is stated, and those of Thurrock and Waltham
///   Forest, called the most serious in July 2013. North Somerset keeps two conditions in January,
///   Barnet two in May.
final class ReviewAllotment {

    private final List<PlannedGroup> groups;
    private final OpenTerms open = new OpenTerms();

    ReviewAllotment(List<PlannedGroup> groups) {
        this.groups = groups;
    }

    List<PlannedReview> allot() {
        return List.of(
                march2013(), july2013(), autumn2013(), january2014(), march2014(), may2014());
    }

    private PlannedReview march2013() {
        groups.stream().filter(group -> group.decidedWave().value() < 4).forEach(open::admit);
        var draft = new ReviewDraft(open);
        draft.revoke(
                Provenance.assumed(
                        "two directions were revoked; of the five that may have been, the first"
                                + " two in code order; "
                                + Sources.LEADER_MARCH_REVIEW),
                "04G",
                "06N");
        draft.direct(
                NamedGroups.BARNET,
                DirectionAllotment.ofBarnet(),
                Provenance.derived(
                        "the only group directed in July 2013 that was not at authorisation; "
                                + Sources.LEADER_MARCH_REVIEW
                                + "; "
                                + Sources.HSJ_JULY_DIRECTIONS));
        draft.discharge(63, Set.of(NamedGroups.SURREY_DOWNS, NamedGroups.NORTH_SOMERSET));
        draft.halve(47);
        var day =
                Known.assumed(
                        LocalDate.of(2013, Month.MARCH, 28),
                        "the source has no day; late March, before the groups took over; "
                                + Sources.LEADER_MARCH_REVIEW);
        return draft.close(0, weeksBefore(2, day), day, day);
    }

    private PlannedReview july2013() {
        groups.stream().filter(group -> group.decidedWave().value() == 4).forEach(open::admit);
        var draft = new ReviewDraft(open);
        draft.revoke(
                Provenance.derived(
                        "directed at authorisation in wave 4, not among the eight of July 2013; "
                                + Sources.HSJ_JULY_DIRECTIONS),
                "07X",
                "09L",
                "99K");
        draft.revoke(
                Provenance.assumed(
                        "not among the eight directed in July 2013, nor of the two allotted to"
                                + " March; "
                                + Sources.HSJ_JULY_DIRECTIONS),
                "08M",
                "09F",
                "09W");
        draft.discharge(46, Set.of(NamedGroups.SURREY_DOWNS, NamedGroups.NORTH_SOMERSET));
        draft.halve(51);
        return draft.close(
                1,
                Known.stated(LocalDate.of(2013, Month.JUNE, 7), Sources.HSJ_JULY_REVIEW),
                Known.stated(LocalDate.of(2013, Month.JULY, 16), Sources.HSJ_JULY_REVIEW),
                Known.derived(
                        LocalDate.of(2013, Month.JULY, 22),
                        "the first day of the week of the letters; " + Sources.HSJ_JULY_REVIEW));
    }

    private PlannedReview autumn2013() {
        var draft = new ReviewDraft(open);
        draft.revoke(
                Provenance.derived(
                        "eight directions of July 2013 less Herefordshire's are the seven; "
                                + Sources.LEADER_AUTUMN_REVIEW),
                NamedGroups.HEREFORDSHIRE);
        draft.keep(0, NamedGroups.SURREY_DOWNS, Provenance.stated(Sources.LEADER_AUTUMN_REVIEW));
        draft.discharge(28, Set.of(NamedGroups.NORTH_SOMERSET));
        var day =
                Known.assumed(
                        LocalDate.of(2013, Month.NOVEMBER, 1),
                        "the source has no day; between October and November; "
                                + Sources.LEADER_AUTUMN_REVIEW);
        return draft.close(2, weeksBefore(4, day), day, day);
    }

    private PlannedReview january2014() {
        var draft = new ReviewDraft(open);
        draft.revoke(inTurn(), "03M");
        draft.keep(2, NamedGroups.NORTH_SOMERSET, Provenance.stated(Sources.NORTH_SOMERSET_LETTER));
        var day =
                Known.stated(LocalDate.of(2014, Month.JANUARY, 17), Sources.NORTH_SOMERSET_LETTER);
        return draft.close(3, weeksBefore(4, day), day, day);
    }

    private PlannedReview march2014() {
        var draft = new ReviewDraft(open);
        draft.revoke(inTurn(), "03Q", "07V");
        var day =
                Known.assumed(
                        LocalDate.of(2014, Month.MARCH, 21),
                        "the fourth review falls between those of January and May 2014");
        return draft.close(4, weeksBefore(4, day), day, day);
    }

    private PlannedReview may2014() {
        var draft = new ReviewDraft(open);
        draft.revoke(inTurn(), "99E");
        draft.keep(2, NamedGroups.BARNET, Provenance.stated(Sources.HSJ_MAY_2014));
        var day =
                Known.assumed(
                        LocalDate.of(2014, Month.MAY, 16),
                        "the source has no day, only the month; " + Sources.HSJ_MAY_2014);
        return draft.close(5, weeksBefore(4, day), day, day);
    }

    private static Provenance inTurn() {
        return Provenance.assumed(
                "four of seven directions ended from January to May 2014, one, two and one in code"
                        + " order; those called the most serious stay; "
                        + Sources.HSJ_MAY_2014);
    }

    private static Known<LocalDate> weeksBefore(int weeks, Known<LocalDate> committee) {
        return Known.assumed(
                committee.value().minusWeeks(weeks),
                "evidence is due %d weeks before the decisions".formatted(weeks));
    }
}
