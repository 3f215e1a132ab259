package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What published sources say of groups by name, before and at authorisation.
final class NamedGroups {

    static final String BARNET = "07M";
    static final String HEREFORDSHIRE = "05F";
    static final String NORTH_SOMERSET = "11T";
    static final String SURREY_DOWNS = "99H";
    static final String THURROCK = "07G";
    static final String WALTHAM_FOREST = "08W";

    private static final LocalDate SEPTEMBER_DEFERRALS = LocalDate.of(2012, Month.SEPTEMBER, 3);
    private static final LocalDate LIVERPOOL_DEFERRAL = LocalDate.of(2012, Month.OCTOBER, 1);

    private final Map<String, Known<Integer>> plannedWaves = new HashMap<>();
    private final Map<String, WaveMove> moves = new HashMap<>();
    private final Map<String, Known<Integer>> decidedWaves = new HashMap<>();
    private final Map<String, Known<PlannedOutcome>> outcomes = new HashMap<>();
    private final Map<String, Known<Integer>> conditionCounts = new HashMap<>();

    NamedGroups() {
        // Bassetlaw, Great Yarmouth & Waveney, Kingston, Leicester City, Oldham, Somerset,
        // Warrington, West Cheshire.
        for (var code : List.of("02Q", "06M", "08J", "04C", "00Y", "11X", "02E", "02F")) {
            decided(code, 1, PlannedOutcome.AUTHORISED, Sources.LEXOLOGY_WAVE_1);
        }
        // Cumbria, Islington, Sandwell and West Birmingham, Kernow, Wokingham.
        for (var code : List.of("01H", "08H", "05L", "11N", "11D")) {
            plannedWaves.put(code, Known.stated(1, Sources.FIRST_APPLICANTS));
            decidedWaves.put(
                    code,
                    Known.derived(
                            1,
                            "applied in wave 1, and Liverpool's move explains 34 of 35; "
                                    + Sources.FIRST_APPLICANTS));
            outcomes.put(
                    code,
                    Known.derived(
                            PlannedOutcome.AUTHORISED_WITH_CONDITIONS,
                            "not among the eight of wave 1 without conditions, all of them named; "
                                    + Sources.LEXOLOGY_WAVE_1));
        }
        // Nene, Herts Valleys, Medway.
        for (var code : List.of("04G", "06N", "09W")) {
            directed(code, 2, Sources.BMJ_WAVE_2);
        }
        // Eastbourne, Hailsham and Seaford; Newham; Herefordshire; Scarborough and Ryedale; Vale
        // of York.
        for (var code : List.of("09F", "08M", HEREFORDSHIRE, "03M", "03Q")) {
            directed(code, 3, Sources.LEADER_WAVE_3);
        }
        // Basildon and Brentwood, Croydon, East Surrey, Enfield, High Weald Lewes Havens, Thurrock,
        // Waltham Forest.
        for (var code : List.of("99E", "07V", "09L", "07X", "99K", THURROCK, WALTHAM_FOREST)) {
            directed(code, 4, Sources.LEADER_WAVE_4);
        }
        deferred("00T", 2, 4); // Bolton
        deferred("08G", 2, 4); // Hillingdon
        deferred("05V", 2, 3); // Stafford and Surrounds
        deferred("06Q", 3, 4); // Mid Essex
        deferred("07J", 3, 4); // West Norfolk
        moved(
                "99A", // Liverpool
                new WaveMove(
                        1, 4, LIVERPOOL_DEFERRAL, true, Provenance.stated(Sources.HSJ_WAVE_1)));

        // Dartford, Gravesham and Swanley; Airedale, Wharfedale and Craven.
        decided("09J", 2, PlannedOutcome.AUTHORISED_WITH_CONDITIONS, Sources.BMJ_WAVE_2);
        conditionCounts.put("09J", Known.stated(22, Sources.BMJ_WAVE_2));
        decided("02N", 2, PlannedOutcome.AUTHORISED_WITH_CONDITIONS, Sources.HSJ_AIREDALE);
        conditionCounts.put("02N", Known.stated(1, Sources.HSJ_AIREDALE));
        // Leeds South and East.
        outcomes.put(
                "03G",
                Known.stated(PlannedOutcome.AUTHORISED_WITH_CONDITIONS, Sources.HSJ_JULY_REVIEW));
        conditionCounts.put("03G", Known.stated(2, Sources.HSJ_JULY_REVIEW));

        laterKnown(BARNET, 5, "newly directed in March 2013; " + Sources.LEADER_MARCH_REVIEW);
        laterKnown(
                SURREY_DOWNS, 6, "fully authorised in late 2013; " + Sources.LEADER_AUTUMN_REVIEW);
        laterKnown(
                NORTH_SOMERSET,
                8,
                "two conditions still in January 2014; " + Sources.NORTH_SOMERSET_LETTER);
    }

    private void decided(String code, int wave, PlannedOutcome outcome, String source) {
        decidedWaves.put(code, Known.stated(wave, source));
        outcomes.put(code, Known.stated(outcome, source));
    }

    private void directed(String code, int wave, String source) {
        decided(code, wave, PlannedOutcome.AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS, source);
    }

    private void deferred(String code, int from, int to) {
        moved(
                code,
                new WaveMove(
                        from,
                        to,
                        SEPTEMBER_DEFERRALS,
                        false,
                        Provenance.stated(Sources.GPONLINE_DEFERRALS)));
    }

    private void moved(String code, WaveMove move) {
        var source = move.provenance().citation();
        plannedWaves.put(code, Known.stated(move.from(), source));
        moves.put(code, move);
        decidedWaves.put(code, Known.derived(move.to(), "the wave it moved to; " + source));
    }

    /// Known only from later reviews: placed in wave 3, the latest that all of them touched.
    private void laterKnown(String code, int conditions, String fact) {
        decidedWaves.put(
                code,
                Known.assumed(3, "the latest wave that every review touched, for one " + fact));
        outcomes.put(code, Known.derived(PlannedOutcome.AUTHORISED_WITH_CONDITIONS, fact));
        conditionCounts.put(
                code, Known.assumed(conditions, "enough for what is known later, " + fact));
    }

    Optional<Known<Integer>> plannedWave(String code) {
        return Optional.ofNullable(plannedWaves.get(code));
    }

    Optional<WaveMove> move(String code) {
        return Optional.ofNullable(moves.get(code));
    }

    Optional<Known<Integer>> decidedWave(String code) {
        return Optional.ofNullable(decidedWaves.get(code));
    }

    Optional<Known<PlannedOutcome>> outcome(String code) {
        return Optional.ofNullable(outcomes.get(code));
    }

    Optional<Known<Integer>> conditionCount(String code) {
        return Optional.ofNullable(conditionCounts.get(code));
    }
}
