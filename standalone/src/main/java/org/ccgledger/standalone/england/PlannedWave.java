package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;

/// One of the four waves of authorisation.
///
/// @param number from 1 to 4
/// @param planned how many groups were planned for it on 23 May 2012, 212 in all
/// @param authorised how many groups it authorised, 211 in all
/// @param figures how these fell to the three outcomes
/// @param submissionDeadline the last day for applications
/// @param plannedDecisionMonth when its decisions were to be made
/// @param decidedOn when its decisions were made
public record PlannedWave(
        int number,
        Known<Integer> planned,
        Known<Integer> authorised,
        Known<Figures> figures,
        Known<LocalDate> submissionDeadline,
        Known<YearMonth> plannedDecisionMonth,
        Known<LocalDate> decidedOn) {

    /// How many groups had which outcome; the three exclude one another.
    public record Figures(int withoutConditions, int conditionsOnly, int conditionsAndDirections) {

        /// All groups of the wave.
        public int total() {
            return withoutConditions + conditionsOnly + conditionsAndDirections;
        }
    }

    /// The four in order.
    ///
    /// The planned month of decision was not found: it is three months after the month of the
    /// deadline. The day of wave 3 was not found either, only its month.
    public static List<PlannedWave> all() {
        return List.of(
                new PlannedWave(
                        1,
                        planned(35),
                        Known.stated(34, Sources.BOARD_WAVE_1),
                        Known.derived(
                                new Figures(8, 26, 0),
                                "8 without conditions, levels I to III only; "
                                        + Sources.LEXOLOGY_WAVE_1
                                        + "; "
                                        + Sources.HSJ_WAVE_1),
                        deadline(2012, Month.JULY, 2),
                        decisionMonth(2012, Month.OCTOBER),
                        Known.stated(
                                LocalDate.of(2012, Month.DECEMBER, 10), Sources.LEXOLOGY_WAVE_1)),
                new PlannedWave(
                        2,
                        planned(70),
                        Known.stated(67, Sources.BOARD_WAVE_2),
                        Known.stated(new Figures(19, 45, 3), Sources.BMJ_WAVE_2),
                        deadline(2012, Month.SEPTEMBER, 3),
                        decisionMonth(2012, Month.DECEMBER),
                        Known.stated(LocalDate.of(2013, Month.JANUARY, 22), Sources.BOARD_WAVE_2)),
                new PlannedWave(
                        3,
                        planned(67),
                        Known.stated(62, Sources.BOARD_WAVE_3),
                        Known.derived(
                                new Figures(6, 51, 5),
                                "56 with conditions, 5 of them directed; " + Sources.LEADER_WAVE_3),
                        deadline(2012, Month.OCTOBER, 1),
                        decisionMonth(2013, Month.JANUARY),
                        Known.assumed(
                                LocalDate.of(2013, Month.FEBRUARY, 21),
                                "a day of the month that is stated; " + Sources.BOARD_WAVE_3)),
                new PlannedWave(
                        4,
                        planned(40),
                        Known.stated(48, Sources.FINAL_WAVE),
                        Known.stated(
                                new Figures(10, 31, 7),
                                Sources.LEADER_WAVE_4 + "; " + Sources.BMJ_WAVE_4),
                        deadline(2012, Month.NOVEMBER, 1),
                        decisionMonth(2013, Month.FEBRUARY),
                        Known.stated(LocalDate.of(2013, Month.MARCH, 14), Sources.FINAL_WAVE)));
    }

    private static Known<Integer> planned(int groups) {
        return Known.stated(groups, Sources.BOARD_WAVES);
    }

    private static Known<LocalDate> deadline(int year, Month month, int day) {
        return Known.stated(LocalDate.of(year, month, day), Sources.BOARD_GUIDANCE);
    }

    private static Known<YearMonth> decisionMonth(int year, Month month) {
        return Known.assumed(
                YearMonth.of(year, month), "three months after the month of the deadline");
    }
}
