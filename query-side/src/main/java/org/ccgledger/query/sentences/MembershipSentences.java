package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.on;

import org.ccgledger.events.membership.ContractType;
import org.ccgledger.events.membership.EndCause;
import org.ccgledger.events.membership.MembershipEvent;
import org.ccgledger.events.membership.MembershipEvent.*;
import org.jspecify.annotations.Nullable;

final class MembershipSentences {

    private MembershipSentences() {}

    static String of(MembershipEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(MembershipEvent event, GroupNames groups) {
        return switch (event) {
            case PracticeAdmitted e ->
                    "practice "
                            + e.practice()
                            + " became a member of "
                            + groups.of(e.ccg())
                            + contract(e.contract());
            case PracticeTransferred e ->
                    "practice "
                            + e.practice()
                            + " moved from "
                            + groups.of(e.fromCcg())
                            + " to "
                            + groups.of(e.toCcg());
            case PracticeMembershipEnded e ->
                    "the membership of practice "
                            + e.practice()
                            + " in "
                            + groups.of(e.ccg())
                            + " ended, since "
                            + cause(e.cause());
        };
    }

    private static String contract(@Nullable ContractType contract) {
        return switch (contract) {
            case null -> "";
            case GMS -> " under a general medical services contract";
            case PMS -> " under a personal medical services agreement";
            case APMS -> " under an alternative provider medical services contract";
        };
    }

    private static String cause(EndCause cause) {
        return switch (cause) {
            case CLOSED -> "it closed";
            case CONTRACT_ENDED -> "its contract ended";
            case MERGED -> "it merged with another practice";
            case GROUP_CEASED -> "the group ceased to exist";
        };
    }
}
