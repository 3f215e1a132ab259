package org.ccgledger.events.directions;

import java.util.List;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;

/// A direction as it was issued.
public record DirectionTerms(
        DirectionId direction,
        LegalPower power,
        DirectionKind kind,
        List<FunctionCode> functions,
        Period period,
        DocRef document) {}
