package org.ccgledger.access;

import java.util.Objects;
import java.util.stream.Stream;
import org.ccgledger.events.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/// What the claims of a token are called in which it says who acts.
///
/// `sub` is the actor's pseudonym; `client_id`, or `azp`, the program that sends for it.
public final class Claims {

    /// The role in which the subject acts, such as `BOARD_AUTHORISATION`.
    public static final String ROLE = "ccg_role";

    /// The body for which the role stands, such as `BOARD/X24`.
    public static final String BODY = "ccg_body";

    /// The pseudonym of whom the subject acts for, if it is another.
    public static final String ON_BEHALF_OF = "ccg_on_behalf_of";

    /// What a ledger takes tokens for unless a setting says otherwise.
    public static final String AUDIENCE = "ccg-ledger";

    private Claims() {}

    /// @throws Actors.NotAnActor if the claims do not say who acts
    static Identity identity(Jwt token) {
        Actor actor =
                Actors.of(
                        text(token, "sub"),
                        text(token, ROLE),
                        text(token, BODY),
                        text(token, ON_BEHALF_OF));
        String client =
                Stream.of("client_id", "azp")
                        .map(claim -> text(token, claim))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(actor.id());
        if (client.length() > 200 || client.chars().anyMatch(Character::isISOControl)) {
            throw new Actors.NotAnActor("It names no program that could have a name.");
        }
        return new Identity(Objects.requireNonNull(text(token, "iss")), client, actor);
    }

    private static @Nullable String text(Jwt token, String claim) {
        Object value = token.getClaims().get(claim);
        if (value != null && !(value instanceof String)) {
            throw new Actors.NotAnActor("Its claim " + claim + " is no text.");
        }
        return (String) value;
    }
}
