package org.ccgledger.standalone.england;

import java.util.List;
import java.util.Optional;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;

/// What the played history allots to one of the 211 up to its authorisation.
///
/// @param plannedWave the wave on 23 May 2012
/// @param moves its moves to later waves, in order
/// @param decidedWave the wave that authorised it
/// @param conditionCount how many conditions it was authorised with
/// @param conditions these conditions, those underpinned by the direction first
/// @param direction the direction issued in the same decision
public record PlannedGroup(
        ReferenceCcg ccg,
        Known<Integer> plannedWave,
        List<WaveMove> moves,
        Known<Integer> decidedWave,
        Known<PlannedOutcome> outcome,
        Known<Integer> conditionCount,
        List<PlannedCondition> conditions,
        Optional<PlannedDirection> direction,
        List<SyntheticPractice> practices) {

    /// The ODS code.
    public String code() {
        return ccg.code();
    }

    CcgCode ods() {
        return new CcgCode(code());
    }

    BodyRef body() {
        return BodyRef.ccg(ods());
    }
}
