package org.ccgledger.access;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What every process that serves requests has in common: tokens are checked, routes are closed
/// unless they say otherwise, and nothing is remembered from one request to the next.
///
/// Tokens are those of the issuer at `ccg.issuer`; without one a process brings a [LocalKey]. What
/// is refused, and who reads what is about persons, goes to the [AccessLog] that a process brings.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class AccessSecurity {

    private static final String BEARER = "Bearer ";

    /// What every answer tells a browser, unless the answer has another word on it.
    private static final List<HeaderWriter> HEADERS =
            List.of(
                    new HstsHeaderWriter(),
                    new StaticHeadersWriter(
                            List.of(
                                    new Header("Cache-Control", "no-store"),
                                    new Header(
                                            "Content-Security-Policy",
                                            "default-src 'none'; frame-ancestors 'none'"),
                                    new Header("X-Content-Type-Options", "nosniff"),
                                    new Header("X-Frame-Options", "DENY"),
                                    new Header("Referrer-Policy", "no-referrer"))));

    private final RateLimits limits;
    private final Refusals refusals;

    AccessSecurity(
            @Value("${ccg.rate-limit.requests:2000}") long requests,
            @Value("${ccg.rate-limit.seconds:10}") long seconds) {
        this.limits =
                new RateLimits(requests, Duration.ofSeconds(seconds), TimeMeter.SYSTEM_NANOTIME);
        this.refusals = new Refusals(limits);
    }

    /// Who stands behind a token. The token itself is not kept.
    @Bean
    AuthenticationManager tokenHolders(
            @Value("${ccg.issuer:}") String issuer,
            @Value("${ccg.audience:" + Claims.AUDIENCE + "}") String audience,
            ObjectProvider<LocalKey> localKey) {
        TokenDecoder tokens =
                issuer.isBlank()
                        ? new TokenDecoder(
                                LocalKey.ISSUER,
                                localKey.getObject().publicKeys(),
                                audience,
                                Clock.systemUTC())
                        : new TokenDecoder(
                                issuer, IssuerKeys.of(issuer), audience, Clock.systemUTC());
        return sent -> {
            try {
                return new Identified(
                        tokens.decode(((BearerTokenAuthenticationToken) sent).getToken()));
            } catch (BadJwtException e) {
                throw new InvalidBearerTokenException(String.valueOf(e.getMessage()), e);
            } catch (JwtException e) {
                throw new AuthenticationServiceException(e.getMessage(), e);
            }
        };
    }

    /// All that a request passes before its route is chosen. Nothing is sent that a browser would
    /// add by itself, and no session is kept, so there is nothing else to guard.
    @Bean
    SecurityFilterChain everyRequest(
            AuthenticationManager tokenHolders, ObjectProvider<AccessLog> log) {
        var headers = new HeaderWriterFilter(HEADERS);
        headers.setShouldWriteHeadersEagerly(true);
        var tokens = new BearerTokenAuthenticationFilter(tokenHolders, AccessSecurity::token);
        tokens.setAuthenticationEntryPoint(refusals);
        tokens.setAuthenticationFailureHandler(refusals);
        return new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                Stream.of(
                                Stream.of(
                                        new SecurityContextHolderFilter(
                                                new RequestAttributeSecurityContextRepository()),
                                        headers),
                                log.stream()
                                        .map(kept -> new AccessRecords(kept, Clock.systemUTC())),
                                Stream.of(tokens, limits))
                        .<Filter>flatMap(filters -> filters)
                        .toList());
    }

    /// What stands behind `Bearer`; whether it is a token is for its decoder to say.
    private static @Nullable Authentication token(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (sent == null || !sent.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = sent.substring(BEARER.length());
        return token.isBlank() ? null : new BearerTokenAuthenticationToken(token);
    }

    /// A request is timed as a whole, not in each of the filters that it passes.
    @Bean
    SecurityObservationSettings noFilterIsTimed() {
        return SecurityObservationSettings.noObservations();
    }

    /// Paths are taken as they are written; the rest is for those to judge who read it.
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        firewall.setAllowedParameterValues(_ -> true);
        return firewall;
    }

    @Bean
    MappedInterceptor gate(Environment environment) {
        return new MappedInterceptor(null, new Gate(refusals, environment));
    }

    @Bean
    SmartInitializingSingleton everyRouteIsStated(
            ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return () -> Gate.check(mappings.stream());
    }
}
