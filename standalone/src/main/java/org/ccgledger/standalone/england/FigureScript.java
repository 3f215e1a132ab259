package org.ccgledger.standalone.england;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ccgledger.command.statedfigures.StatedFigureCommand.RecordStatedFigure;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.StatedFigureId;
import org.ccgledger.events.statedfigures.CountedFigure;
import org.ccgledger.events.statedfigures.FigureUnit;

/// Figures that sources stated about the groups' authorisation and their interest in
/// co-commissioning.
final class FigureScript {

    private static final LocalDate ANNOUNCED = LocalDate.of(2013, 3, 14);
    private static final LocalDate INTEREST = LocalDate.of(2014, 7, 8);
    private static final Actor REGISTRY = Script.office("registry", Role.REGISTRY, BodyRef.BOARD);

    private final Script script;

    FigureScript(Script script) {
        this.script = script;
    }

    void write() {
        ofTheLastWave("ccgs-authorised", "Groups authorised", CountedFigure.AUTHORISED, "211");
        ofTheLastWave(
                "ccgs-fully-authorised",
                "Groups that met every criterion",
                CountedFigure.FULLY_AUTHORISED,
                "43");
        ofTheLastWave(
                "ccgs-with-conditions",
                "Groups with conditions",
                CountedFigure.WITH_CONDITIONS,
                "168");
        ofTheLastWave(
                "ccgs-with-directions",
                "Groups with legal directions",
                CountedFigure.WITH_DIRECTIONS,
                "15");
        ofTheLastWave("criteria", "Criteria of authorisation", CountedFigure.CRITERIA, "119");
        after("review-march", LocalDate.of(2013, 4, 5), "106", "105", "14");
        after("review-july", LocalDate.of(2013, 7, 26), "152", "59", "8");
        after("review-october", LocalDate.of(2013, 12, 1), "180", "31", "7");
        ofInterest("interested", "Groups", CountedFigure.INTERESTED_IN_CO_COMMISSIONING, "196");
        ofInterest(
                "interested-in-delegation",
                "Groups for delegation",
                CountedFigure.INTERESTED_IN_DELEGATION,
                "74");
        ofInterest(
                "interested-in-joint-commissioning",
                "Groups for joint commissioning",
                CountedFigure.INTERESTED_IN_JOINT_COMMISSIONING,
                "110");
        ofInterest(
                "interested-in-greater-involvement",
                "Groups for greater involvement",
                CountedFigure.INTERESTED_IN_GREATER_INVOLVEMENT,
                "19");
        ContestedFigures.all().forEach(this::record);
    }

    /// How many groups were left after the mergers of a year.
    void writeOfMergers() {
        left("2018", "195");
        left("2019", "191");
        left("2020", "135");
        left("2021", "106");
    }

    private void left(String year, String groups) {
        record(
                "ccgs-" + year,
                "Groups after the mergers of April " + year,
                CountedFigure.OPERATIONAL,
                groups,
                LocalDate.parse(year + "-04-01"),
                Provenance.stated(Sources.GROUPS_BY_YEAR));
    }

    private void ofInterest(String figure, String groups, CountedFigure counted, String value) {
        record(
                figure,
                groups + " in the expressions of interest in co-commissioning",
                counted,
                value,
                INTEREST,
                Provenance.stated(Sources.EXPRESSIONS));
    }

    private void ofTheLastWave(String figure, String subject, CountedFigure counted, String value) {
        record(figure, subject, counted, value, ANNOUNCED, Provenance.stated(Sources.FINAL_WAVE));
    }

    private void after(
            String review, LocalDate asAt, String fully, String conditions, String directions) {
        Provenance provenance = Provenance.stated("NHS England, reviews of conditions, 2013");
        record(
                review + "-fully",
                "Groups fully authorised",
                CountedFigure.FULLY_AUTHORISED,
                fully,
                asAt,
                provenance);
        record(
                review + "-conditions",
                "Groups with conditions",
                CountedFigure.WITH_CONDITIONS,
                conditions,
                asAt,
                provenance);
        record(
                review + "-directions",
                "Groups with directions",
                CountedFigure.WITH_DIRECTIONS,
                directions,
                asAt,
                provenance);
    }

    private void record(
            String figure,
            String subject,
            CountedFigure counted,
            String value,
            LocalDate asAt,
            Provenance provenance) {
        record(
                new ContestedFigures.Figure(
                        figure,
                        subject,
                        counted,
                        null,
                        new BigDecimal(value),
                        counted == CountedFigure.CRITERIA ? FigureUnit.CRITERIA : FigureUnit.CCGS,
                        asAt,
                        provenance.citation()));
    }

    /// On its day, or on the first of the history if that is later.
    private void record(ContestedFigures.Figure figure) {
        Provenance provenance = Provenance.stated(figure.citation());
        script.by(
                        "figures",
                        REGISTRY,
                        figure.asAt().isBefore(EnglandScript.CATALOGUE_ON)
                                ? EnglandScript.CATALOGUE_ON
                                : figure.asAt())
                .knownFrom(provenance)
                .sends(
                        new RecordStatedFigure(
                                new StatedFigureId(figure.id()),
                                provenance.source(),
                                figure.subject(),
                                figure.counted(),
                                figure.wave(),
                                figure.value(),
                                figure.unit(),
                                figure.asAt()),
                        figure.id());
    }
}
