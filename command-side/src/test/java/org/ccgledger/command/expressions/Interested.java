package org.ccgledger.command.expressions;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.events.AreaCode;
import org.ccgledger.events.AreaTeamCode;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ConflictsCover;
import org.ccgledger.events.expressions.ExpressionEvent.*;
import org.ccgledger.events.expressions.RoundDeadlines;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;

/// The round for 2015/16 and the interest of two groups in it, for tests.
public final class Interested {

    public static final CcgCode KINGSTON = new CcgCode("08J");
    public static final CcgCode MERTON = new CcgCode("08R");
    public static final RoundName ROUND = new RoundName("2015-16");
    public static final LocalDate OPENED_ON = LocalDate.of(2014, 5, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2014, 6, 20);
    public static final RoundDeadlines DEADLINES =
            new RoundDeadlines(LAST_DAY, LocalDate.of(2015, 1, 9), LocalDate.of(2015, 1, 30));
    public static final RoundOpened OPENED = new RoundOpened(ROUND, DEADLINES, OPENED_ON);
    public static final ExpressionId TOGETHER = new ExpressionId("kingston-and-merton");
    static final String STATEMENT = "The groups want to shape local primary care.";

    private Interested() {}

    public static CCGEstablished established(CcgCode ccg) {
        return new CCGEstablished(
                ccg,
                new OnsCode("E38000090"),
                "NHS Somewhere Clinical Commissioning Group",
                new AreaTeamCode("Q71"),
                List.of(new AreaCode("E38000090")),
                List.of(),
                DocRef.titled("Constitution"),
                LocalDate.of(2013, 2, 19));
    }

    static ExpressionOfInterestSubmitted submitted(boolean late, LocalDate on) {
        return new ExpressionOfInterestSubmitted(
                TOGETHER,
                ROUND,
                KINGSTON,
                List.of(KINGSTON, MERTON),
                List.of(CoCommissioningLevel.DELEGATED, CoCommissioningLevel.JOINT),
                STATEMENT,
                late,
                on);
    }

    /// Both groups, the round, and their interest on its last day.
    static List<CcgEvent> interested() {
        return List.of(
                established(KINGSTON), established(MERTON), OPENED, submitted(false, LAST_DAY));
    }

    /// What the Board found of Kingston's cover for conflicts of interest.
    public static ConflictsCoverTested tested(ConflictsCover result, LocalDate on) {
        return new ConflictsCoverTested(TOGETHER, KINGSTON, result, "Register and policy", on);
    }

    static BodyRef body(CcgCode ccg) {
        return BodyRef.ccg(ccg);
    }
}
