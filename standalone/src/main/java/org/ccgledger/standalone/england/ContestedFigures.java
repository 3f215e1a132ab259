package org.ccgledger.standalone.england;

import static org.ccgledger.events.statedfigures.CountedFigure.APPLIED_FOR_DELEGATION;
import static org.ccgledger.events.statedfigures.CountedFigure.APPLIED_FOR_JOINT_COMMISSIONING;
import static org.ccgledger.events.statedfigures.CountedFigure.APPROVED_FOR_DELEGATION;
import static org.ccgledger.events.statedfigures.CountedFigure.CRITERIA;
import static org.ccgledger.events.statedfigures.CountedFigure.FULLY_AUTHORISED;
import static org.ccgledger.events.statedfigures.CountedFigure.LIVE_DELEGATION;
import static org.ccgledger.events.statedfigures.CountedFigure.NOT_COUNTED;
import static org.ccgledger.events.statedfigures.CountedFigure.PRACTICES;
import static org.ccgledger.events.statedfigures.CountedFigure.READY_NOW_FOR_DELEGATION;
import static org.ccgledger.events.statedfigures.CountedFigure.READY_SOON_FOR_DELEGATION;
import static org.ccgledger.events.statedfigures.CountedFigure.SHARE_OF_THOSE_WITH_CONDITIONS;
import static org.ccgledger.events.statedfigures.CountedFigure.WITH_CONDITIONS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ccgledger.events.statedfigures.CountedFigure;
import org.ccgledger.events.statedfigures.FigureUnit;
import org.jspecify.annotations.Nullable;

/// Figures of which sources give two, round, or are mistaken. Each is kept as its source has it.
///
/// Where a source gives no day, a figure is as at the last day of the month or year that it gives.
/// The report of 110 criteria is undated; its number places it among those of January 2013. The
/// survey of applications is as at the last day on which groups could apply. What begins in 2016
/// lies beyond the history, and is not counted.
final class ContestedFigures {

    private static final LocalDate PROMISED = LocalDate.of(2011, 11, 2);
    private static final LocalDate DRAFTED = LocalDate.of(2012, 3, 31);
    private static final LocalDate LISTED = LocalDate.of(2012, 12, 31);
    private static final LocalDate SECOND_WAVE = LocalDate.of(2013, 1, 31);
    private static final LocalDate THIRD_WAVE = LocalDate.of(2013, 2, 28);
    private static final LocalDate FINAL_WAVE = LocalDate.of(2013, 3, 14);
    private static final LocalDate YEAR_2013 = LocalDate.of(2013, 4, 1);
    private static final LocalDate INTEREST = LocalDate.of(2014, 7, 8);
    private static final LocalDate APPLIED = LocalDate.of(2015, 1, 30);
    private static final LocalDate APPROVED = LocalDate.of(2015, 2, 18);
    private static final LocalDate YEAR_2014 = LocalDate.of(2014, 4, 1);
    private static final LocalDate YEAR_2015 = LocalDate.of(2015, 4, 1);
    private static final LocalDate YEAR_2016 = LocalDate.of(2016, 4, 1);

    /// One figure in one source.
    ///
    /// @param wave narrows what is counted
    record Figure(
            String id,
            String subject,
            CountedFigure counted,
            @Nullable Integer wave,
            BigDecimal value,
            FigureUnit unit,
            LocalDate asAt,
            String citation) {}

    private ContestedFigures() {}

    static List<Figure> all() {
        return List.of(
                groups(
                        "ready-now-for-delegation",
                        "Groups ready now for delegation",
                        READY_NOW_FOR_DELEGATION,
                        "20",
                        INTEREST,
                        Sources.EXPRESSIONS),
                groups(
                        "ready-soon-for-delegation",
                        "Groups ready soon for delegation",
                        READY_SOON_FOR_DELEGATION,
                        "45",
                        INTEREST,
                        Sources.EXPRESSIONS),
                percent(
                        "fully-authorised-percent",
                        "Share of groups that met every criterion: around",
                        FULLY_AUTHORISED,
                        null,
                        "20",
                        FINAL_WAVE,
                        Sources.FINAL_WAVE),
                percent(
                        "wave-2-conditions-percent",
                        "Share of groups of wave 2 with conditions: more than two thirds",
                        WITH_CONDITIONS,
                        2,
                        "66.7",
                        SECOND_WAVE,
                        Sources.BMJ_WAVE_2),
                percent(
                        "wave-4-share-of-conditions",
                        "Share of groups with conditions that are of wave 4",
                        SHARE_OF_THOSE_WITH_CONDITIONS,
                        4,
                        "46",
                        FINAL_WAVE,
                        Sources.LEADER_WAVE_4),
                uncounted(
                        "pcts",
                        "Primary care trusts replaced",
                        "152",
                        FigureUnit.PCTS,
                        FINAL_WAVE,
                        Sources.FINAL_WAVE),
                uncounted(
                        "pcts-listed",
                        "Primary care trusts with a code in the list of 2012",
                        "151",
                        FigureUnit.PCTS,
                        LISTED,
                        Sources.ONS_2012),
                figure(
                        "practices",
                        "Practices that are members of groups: more than",
                        PRACTICES,
                        "8000",
                        FigureUnit.PRACTICES,
                        FINAL_WAVE,
                        Sources.FINAL_WAVE),
                figure(
                        "criteria-in-draft",
                        "Criteria of authorisation in draft",
                        CRITERIA,
                        "118",
                        FigureUnit.CRITERIA,
                        DRAFTED,
                        Sources.HSJ_DRAFT_CRITERIA),
                figure(
                        "criteria-in-a-trade-report",
                        "Criteria of authorisation",
                        CRITERIA,
                        "110",
                        FigureUnit.CRITERIA,
                        SECOND_WAVE,
                        Sources.PHARMATIMES_CRITERIA),
                pounds(
                        "per-head-promised-from",
                        "Running costs a head, promised from",
                        "25",
                        PROMISED,
                        Sources.LANSLEY_2011),
                pounds(
                        "per-head-promised-to",
                        "Running costs a head, promised to",
                        "35",
                        PROMISED,
                        Sources.LANSLEY_2011),
                pounds(
                        "per-head-2013-14",
                        "Running costs a head in 2013/14, at most",
                        "25",
                        YEAR_2013,
                        Sources.RUNNING_COSTS_2012),
                pounds(
                        "per-head-2014-15",
                        "Running costs a head in 2014/15",
                        "24.73",
                        YEAR_2014,
                        Sources.RUNNING_COSTS_2014),
                pounds(
                        "per-head-2014-15-in-a-reply",
                        "Running costs a head in 2014/15",
                        "24.78",
                        YEAR_2014,
                        Sources.RUNNING_COSTS_2014_REPLY),
                pounds(
                        "per-head-2015-16",
                        "Running costs a head in 2015/16",
                        "22.07",
                        YEAR_2015,
                        Sources.RUNNING_COSTS_2014),
                pounds(
                        "per-head-2015-16-in-a-reply",
                        "Running costs a head in 2015/16",
                        "22.11",
                        YEAR_2015,
                        Sources.RUNNING_COSTS_2014_REPLY),
                pounds(
                        "budget-of-groups",
                        "Budget of the groups, in whole billions",
                        "65000000000",
                        THIRD_WAVE,
                        Sources.BOARD_WAVE_3),
                pounds(
                        "budget-of-the-board",
                        "Budget of the Board, in whole billions",
                        "95000000000",
                        THIRD_WAVE,
                        Sources.BOARD_WAVE_3),
                pounds(
                        "funding-of-the-board-2013-14",
                        "Funding of the Board in 2013/14, in hundredths of a billion",
                        "95620000000",
                        YEAR_2013,
                        Sources.RUNNING_COSTS_2014_REPLY),
                groups(
                        "survey-delegation",
                        "Groups that applied for delegation, as they told a survey",
                        APPLIED_FOR_DELEGATION,
                        "77",
                        APPLIED,
                        Sources.HSJ_SURVEY),
                groups(
                        "survey-joint",
                        "Groups that applied for joint commissioning, as they told a survey",
                        APPLIED_FOR_JOINT_COMMISSIONING,
                        "90",
                        APPLIED,
                        Sources.HSJ_SURVEY),
                groups(
                        "survey-greater-involvement",
                        "Groups that chose greater involvement, as they told a survey",
                        NOT_COUNTED,
                        "26",
                        APPLIED,
                        Sources.HSJ_SURVEY),
                groups(
                        "survey-none",
                        "Groups that want no part in primary care, as they told a survey",
                        NOT_COUNTED,
                        "5",
                        APPLIED,
                        Sources.HSJ_SURVEY),
                groups(
                        "survey-answers",
                        "Groups that answered a survey",
                        NOT_COUNTED,
                        "198",
                        APPLIED,
                        Sources.HSJ_SURVEY),
                groups(
                        "approved-for-delegation",
                        "Groups approved for delegation",
                        APPROVED_FOR_DELEGATION,
                        "64",
                        APPROVED,
                        Sources.HSJ_APPROVALS),
                groups(
                        "approved-for-delegation-in-a-speech",
                        "Groups approved for delegation, as its chief executive said before"
                                + " it was put right",
                        APPROVED_FOR_DELEGATION,
                        "65",
                        APPROVED,
                        Sources.HSJ_APPROVALS),
                groups(
                        "delegation-2015-16",
                        "Groups with delegation in 2015/16",
                        LIVE_DELEGATION,
                        "63",
                        YEAR_2015,
                        Sources.HSJ_DELEGATION_2016),
                groups(
                        "delegation-2016-17",
                        "Groups with delegation in 2016/17",
                        NOT_COUNTED,
                        "114",
                        YEAR_2016,
                        Sources.HSJ_DELEGATION_2016),
                groups(
                        "more-delegation-2016-17",
                        "Groups that join those with delegation in 2016/17",
                        NOT_COUNTED,
                        "51",
                        YEAR_2016,
                        Sources.HSJ_DELEGATION_2016),
                groups(
                        "more-delegation-2016-17-announced",
                        "Groups that join those with delegation in 2016/17",
                        NOT_COUNTED,
                        "52",
                        YEAR_2016,
                        Sources.BOARD_DELEGATION_2015));
    }

    private static Figure groups(
            String id,
            String subject,
            CountedFigure counted,
            String value,
            LocalDate asAt,
            String citation) {
        return figure(id, subject, counted, value, FigureUnit.CCGS, asAt, citation);
    }

    private static Figure percent(
            String id,
            String subject,
            CountedFigure counted,
            @Nullable Integer wave,
            String value,
            LocalDate asAt,
            String citation) {
        return new Figure(
                id,
                subject,
                counted,
                wave,
                new BigDecimal(value),
                FigureUnit.PERCENT,
                asAt,
                citation);
    }

    private static Figure pounds(
            String id, String subject, String value, LocalDate asAt, String citation) {
        return uncounted(id, subject, value, FigureUnit.GBP, asAt, citation);
    }

    private static Figure uncounted(
            String id,
            String subject,
            String value,
            FigureUnit unit,
            LocalDate asAt,
            String citation) {
        return figure(id, subject, NOT_COUNTED, value, unit, asAt, citation);
    }

    private static Figure figure(
            String id,
            String subject,
            CountedFigure counted,
            String value,
            FigureUnit unit,
            LocalDate asAt,
            String citation) {
        return new Figure(id, subject, counted, null, new BigDecimal(value), unit, asAt, citation);
    }
}
