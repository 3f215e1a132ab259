package org.ccgledger.command.interestregisters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.Declarations;
import org.ccgledger.command.boundaries.Declarations.Declared;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.interests.InterestEvent.NilInterestsDeclared;
import org.ccgledger.ledger.Digests;
import org.jspecify.annotations.Nullable;

/// The public register of interests as at a day, as lines of JSON in the order of their text.
///
/// It follows from what was declared alone, so anybody who has the ledger can make it again.
record Edition(List<String> lines) {

    /// The statutory guidance: what ended shows for six months.
    private static final int MONTHS_SHOWN = 6;

    /// The statutory guidance of 16 June 2017: of the employees those who decide.
    private static final LocalDate DECIDING_EMPLOYEES_ONLY = LocalDate.of(2017, 6, 16);

    /// A row, of which nothing but `withheld` is said if it is.
    private record EditionRow(
            boolean withheld,
            @Nullable InterestId interest,
            @Nullable PersonId person,
            @Nullable DeclarantClass declarant,
            @Nullable PracticeCode practice,
            @Nullable InterestCategory category,
            @Nullable Boolean indirect,
            @Nullable BodyRef organisation,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /// I10: NHS Act 2006 s.14O: registers are published or open to the public.
    @Upholds(id = "I10", title = "A register is published as at any day")
    static Edition of(Declarations declarations, LocalDate asAt) {
        Stream<EditionRow> interests =
                declarations.interests().stream()
                        .filter(declared -> shows(declared, asAt))
                        .map(Edition::row);
        Stream<EditionRow> nil =
                declarations.nil().stream()
                        .filter(declared ->
                                shows(declared.declarant(), declared.decisionMaking(), asAt))
                        .filter(declared -> hasNothing(declared.person(), declarations, asAt))
                        .map(Edition::row);
        return new Edition(
                Stream.concat(interests, nil)
                        .map(EventJson.MAPPER::writeValueAsString)
                        .sorted()
                        .toList());
    }

    /// Whether the edition has a row of the interest, withheld or not. I6: statutory guidance on
    /// managing conflicts of interest, June 2016: six months after an interest has expired.
    @Upholds(id = "I6", title = "What ended within six months still shows")
    static boolean shows(Declared declared, LocalDate asAt) {
        LocalDate until = declared.until();
        return shows(declared.declarant(), declared.decisionMaking(), asAt)
                && (until == null || !until.plusMonths(MONTHS_SHOWN).isBefore(asAt));
    }

    private static boolean shows(DeclarantClass declarant, boolean decisionMaking, LocalDate asAt) {
        return decisionMaking
                || declarant != DeclarantClass.EMPLOYEE
                || asAt.isBefore(DECIDING_EMPLOYEES_ONLY);
    }

    private static boolean hasNothing(PersonId person, Declarations declarations, LocalDate asAt) {
        return declarations.interests().stream()
                .noneMatch(declared -> declared.person().equals(person) && declared.isLive(asAt));
    }

    private static EditionRow row(Declared declared) {
        return declared.withheld()
                ? new EditionRow(true, null, null, null, null, null, null, null, null, null)
                : new EditionRow(
                        false,
                        declared.interest(),
                        declared.person(),
                        declared.declarant(),
                        declared.practice(),
                        declared.terms().category(),
                        declared.terms().indirect(),
                        declared.terms().organisation(),
                        declared.terms().from(),
                        declared.until());
    }

    private static EditionRow row(NilInterestsDeclared declared) {
        return new EditionRow(
                false,
                null,
                declared.person(),
                declared.declarant(),
                declared.practice(),
                null,
                null,
                null,
                null,
                null);
    }

    String sha256() {
        MessageDigest digest = Digests.newSha256();
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
