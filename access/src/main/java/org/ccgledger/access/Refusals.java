package org.ccgledger.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/// Answers those who are not let in.
final class Refusals implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private static final String CHALLENGE = "Bearer realm=\"ccg-ledger\"";

    private final RateLimits limits;

    /// @param limits that those are counted against as well whose token is not believed
    Refusals(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        onAuthenticationFailure(request, response, why);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof AuthenticationServiceException) {
            response.setHeader("Retry-After", "5");
            AccessProblem.issuerUnavailable().write(response, request.getRequestURI());
        } else if (why instanceof OAuth2AuthenticationException token) {
            if (!limits.admits(request, response)) {
                return;
            }
            response.setHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
            AccessProblem.unauthenticated(
                            "The token is not believed. " + token.getError().getDescription())
                    .write(response, request.getRequestURI());
        } else {
            withoutToken(request, response);
        }
    }

    /// The route is not open to whom the token names, or to somebody without one.
    void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Identity identity,
            @Nullable Callers callers)
            throws IOException {
        if (identity == null) {
            withoutToken(request, response);
            return;
        }
        AccessProblem.notPermitted(
                        "%s may not ask for this; %s may."
                                .formatted(
                                        identity.actor().role(),
                                        callers == null ? "nobody" : callers.name()))
                .write(response, request.getRequestURI());
    }

    private static void withoutToken(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("WWW-Authenticate", CHALLENGE);
        AccessProblem.unauthenticated("Send the header Authorization: Bearer with a token.")
                .write(response, request.getRequestURI());
    }
}
