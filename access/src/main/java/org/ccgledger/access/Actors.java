package org.ccgledger.access;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.TextPattern;
import org.jspecify.annotations.Nullable;

/// Who acts, from the words in which a token, or whoever asks for one, says it.
///
/// The one place that knows which roles there are to act in, and for which kinds of body.
public final class Actors {

    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:@/|_.-]{0,99}");
    private static final Pattern BODY =
            Pattern.compile(
                    Objects.requireNonNull(BodyRef.class.getAnnotation(TextPattern.class)).value());

    private Actors() {}

    /// Says in a sentence why words name nobody who can act.
    public static final class NotAnActor extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAnActor(String sentence) {
            super(sentence, null, false, false);
        }

        public String sentence() {
            return Objects.requireNonNull(getMessage());
        }
    }

    /// The actor that words name.
    ///
    /// @throws NotAnActor if one of them is missing, malformed or does not fit the others
    public static Actor of(
            @Nullable String id,
            @Nullable String role,
            @Nullable String body,
            @Nullable String onBehalfOf) {
        if (id == null || !PSEUDONYM.matcher(id).matches()) {
            throw new NotAnActor("It names nobody by a pseudonym.");
        }
        if (onBehalfOf != null && !PSEUDONYM.matcher(onBehalfOf).matches()) {
            throw new NotAnActor("On whose behalf is not said by a pseudonym.");
        }
        if (body == null || !BODY.matcher(body).matches()) {
            throw new NotAnActor("It names no body such as CCG/02N.");
        }
        Actor actor = new Actor(id, role(role), new BodyRef(body), onBehalfOf);
        if (!kindsOf(actor.role()).contains(actor.body().kind())) {
            throw new NotAnActor(actor.role() + " is not a role of " + actor.body() + ".");
        }
        return actor;
    }

    private static Role role(@Nullable String name) {
        try {
            Role role = Role.valueOf(Objects.requireNonNullElse(name, ""));
            if (role != Role.SYSTEM) {
                return role;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for the role that nobody outside may have.
        }
        throw new NotAnActor("It names no role that can be acted in.");
    }

    /// The kinds of body that a role is of.
    public static Set<String> kindsOf(Role role) {
        return switch (role) {
            case BOARD_AUTHORISATION, BOARD_OFFICER -> Set.of("BOARD");
            case AREA_TEAM -> Set.of("AREA_TEAM", "BOARD");
            case CCG_GOVERNANCE_LEAD,
                    CCG_ACCOUNTABLE_OFFICER,
                    CCG_FINANCE_OFFICER,
                    GOVERNING_BODY_CHAIR,
                    DECLARANT,
                    CONFLICTS_GUARDIAN ->
                    Set.of("CCG");
            case COMMITTEE_CHAIR, COMMITTEE_MEMBER, COMMITTEE_SECRETARY -> Set.of("CCG", "BOARD");
            case PRACTICE_REPRESENTATIVE -> Set.of("PRACTICE");
            case REGISTRY, AUDITOR -> Set.of("BOARD", "DH", "SYSTEM", "PROVIDER");
            case DEPARTMENT_OF_HEALTH -> Set.of("DH");
            case TREASURY -> Set.of("HMT");
            case EMPLOYER -> Set.of("CCG", "BOARD", "AREA_TEAM", "PCT", "CSU", "PROVIDER");
            case TRANSITION_LEAD -> Set.of("PCT", "SHA");
            case SENATE_MEMBER -> Set.of("SENATE", "NETWORK", "LA", "PROVIDER", "CSU");
            case PROVIDER -> Set.of("PROVIDER", "PRACTICE");
            case MONITOR -> Set.of("MONITOR");
            case PARLIAMENTARY_RECORDER -> Set.of("PARLIAMENT");
            case SYSTEM -> Set.of("SYSTEM");
        };
    }
}
