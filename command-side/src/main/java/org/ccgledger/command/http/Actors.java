package org.ccgledger.command.http;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.TextPattern;
import org.jspecify.annotations.Nullable;

/// Who acts, from the header `X-Actor:
/// {pseudonym};role={ROLE};body={KIND}/{CODE}[;onBehalfOf={pseudonym}]`.
///
/// The header is believed, so the server must listen on loopback alone until tokens take its place.
final class Actors {

    static final String HEADER = "X-Actor";
    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:@/_.-]{0,99}");
    private static final Pattern BODY =
            Pattern.compile(BodyRef.class.getAnnotation(TextPattern.class).value());

    private Actors() {}

    static Actor read(@Nullable String header) {
        if (header == null) {
            throw unauthenticated("The header X-Actor is missing.");
        }
        String[] parts = header.split(";", 6);
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].strip().split("=", 2);
            values.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        String id = parts[0].strip();
        String body = values.getOrDefault("body", "");
        String onBehalfOf = values.get("onBehalfOf");
        if (!PSEUDONYM.matcher(id).matches()
                || !BODY.matcher(body).matches()
                || (onBehalfOf != null && !PSEUDONYM.matcher(onBehalfOf).matches())) {
            throw unauthenticated(
                    "The header X-Actor is {pseudonym};role={ROLE};body={KIND}/{CODE}.");
        }
        Actor actor =
                new Actor(id, role(values.getOrDefault("role", "")), new BodyRef(body), onBehalfOf);
        if (!kindOf(actor.role()).contains(actor.body().kind())) {
            throw unauthenticated(actor.role() + " is not a role of " + actor.body() + ".");
        }
        return actor;
    }

    private static Role role(String name) {
        try {
            Role role = Role.valueOf(name);
            if (role != Role.SYSTEM) {
                return role;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for the role that nobody outside may have.
        }
        throw unauthenticated("The role in X-Actor is not one that can be acted in.");
    }

    private static java.util.Set<String> kindOf(Role role) {
        return switch (role) {
            case BOARD_AUTHORISATION, BOARD_OFFICER -> java.util.Set.of("BOARD");
            case AREA_TEAM -> java.util.Set.of("AREA_TEAM", "BOARD");
            case CCG_GOVERNANCE_LEAD,
                    CCG_ACCOUNTABLE_OFFICER,
                    CCG_FINANCE_OFFICER,
                    GOVERNING_BODY_CHAIR,
                    DECLARANT,
                    CONFLICTS_GUARDIAN ->
                    java.util.Set.of("CCG");
            case PRACTICE_REPRESENTATIVE -> java.util.Set.of("PRACTICE");
            case REGISTRY, AUDITOR -> java.util.Set.of("BOARD", "DH", "SYSTEM", "PROVIDER");
            case DEPARTMENT_OF_HEALTH -> java.util.Set.of("DH");
            case SENATE_MEMBER -> java.util.Set.of("SENATE", "NETWORK", "LA", "PROVIDER", "CSU");
            case PARLIAMENTARY_RECORDER -> java.util.Set.of("PARLIAMENT");
            case PROVIDER -> java.util.Set.of("PROVIDER", "PRACTICE");
            case MONITOR -> java.util.Set.of("MONITOR");
            case SYSTEM -> java.util.Set.of("SYSTEM");
        };
    }

    private static Problem unauthenticated(String detail) {
        return new Problem(401, "UNAUTHENTICATED", "Who acts cannot be told", detail);
    }
}
