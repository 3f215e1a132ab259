package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.on;

import org.ccgledger.events.erasures.ErasureEvent;
import org.ccgledger.events.erasures.ErasureEvent.ErasureDeclined;
import org.ccgledger.events.erasures.ErasureEvent.LegalHoldLifted;
import org.ccgledger.events.erasures.ErasureEvent.LegalHoldPlaced;
import org.ccgledger.events.erasures.ErasureEvent.PersonalDataErased;
import org.ccgledger.events.erasures.ErasureGround;
import org.ccgledger.events.erasures.Requester;
import org.ccgledger.events.erasures.RetentionGround;

final class ErasureSentences {

    private ErasureSentences() {}

    static String of(ErasureEvent event) {
        return on(
                event.effectiveOn(),
                switch (event) {
                    case LegalHoldPlaced e ->
                            "legal hold " + e.hold() + " was placed on the data of a person";
                    case LegalHoldLifted e ->
                            "legal hold " + e.hold() + " on the data of a person was lifted";
                    case PersonalDataErased e ->
                            "the personal data of a person was erased, as "
                                    + requester(e.requestedBy())
                                    + " had asked, because "
                                    + ground(e.ground());
                    case ErasureDeclined e ->
                            "the personal data of a person was kept, although "
                                    + requester(e.requestedBy())
                                    + " had asked for its erasure, because "
                                    + ground(e.ground());
                });
    }

    private static String requester(Requester requester) {
        return switch (requester) {
            case DATA_SUBJECT -> "the person";
            case REPRESENTATIVE -> "the person's representative";
            case CONTROLLER -> "the controller";
            case COURT -> "a court";
            case INFORMATION_COMMISSIONER -> "the Information Commissioner";
        };
    }

    private static String ground(ErasureGround ground) {
        return switch (ground) {
            case NO_LONGER_NECESSARY -> "it was no longer necessary";
            case CONSENT_WITHDRAWN -> "consent to holding it was withdrawn";
            case OBJECTION -> "the person objected to holding it";
            case UNLAWFUL -> "it was held unlawfully";
            case LEGAL_OBLIGATION -> "a legal obligation required it";
        };
    }

    private static String ground(RetentionGround ground) {
        return switch (ground) {
            case PUBLIC_TASK -> "a public task or a legal obligation requires it";
            case PUBLIC_ARCHIVE -> "it is archived in the public interest";
            case LEGAL_CLAIMS -> "it is needed for legal claims";
        };
    }
}
