package org.ccgledger.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
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

    /// What the tokens that the decoder remembers say.
    private final LoadingCache<Jwt, Identity> who =
            Caffeine.newBuilder().weakKeys().build(Claims::identity);

    private final RateLimits limits;
    private final Refusals refusals;

    AccessSecurity(
            @Value("${ccg.rate-limit.requests:2000}") long requests,
            @Value("${ccg.rate-limit.seconds:10}") long seconds) {
        this.limits =
                new RateLimits(requests, Duration.ofSeconds(seconds), TimeMeter.SYSTEM_NANOTIME);
        this.refusals = new Refusals(limits);
    }

    @Bean
    JwtDecoder tokenDecoder(
            @Value("${ccg.issuer:}") String issuer,
            @Value("${ccg.audience:" + Claims.AUDIENCE + "}") String audience,
            ObjectProvider<LocalKey> localKey) {
        return issuer.isBlank()
                ? new TokenDecoder(
                        LocalKey.ISSUER,
                        localKey.getObject().publicKeys(),
                        audience,
                        Clock.systemUTC())
                : new TokenDecoder(issuer, IssuerKeys.of(issuer), audience, Clock.systemUTC());
    }

    @Bean
    SecurityFilterChain everyRequest(
            HttpSecurity http, JwtDecoder tokens, ObjectProvider<AccessLog> log) {
        log.ifAvailable(kept ->
                http.addFilterBefore(
                        new AccessRecords(kept, Clock.systemUTC()),
                        BearerTokenAuthenticationFilter.class));
        return http.addFilterAfter(limits, BearerTokenAuthenticationFilter.class)
                .oauth2ResourceServer(server ->
                        server.bearerTokenResolver(AccessSecurity::token)
                                .jwt(jwt ->
                                        jwt.decoder(tokens)
                                                .jwtAuthenticationConverter(
                                                        token -> new Identified(who.get(token))))
                                .authenticationEntryPoint(refusals)
                                .withObjectPostProcessor(
                                        new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                                            @Override
                                            public <F extends BearerTokenAuthenticationFilter>
                                                    F postProcess(F filter) {
                                                filter.setAuthenticationFailureHandler(refusals);
                                                return filter;
                                            }
                                        }))
                .exceptionHandling(failure -> failure.authenticationEntryPoint(refusals))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing is sent that a browser would add by itself.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'none'; frame-ancestors 'none'"))
                                .referrerPolicy(
                                        policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /// What stands behind `Bearer`; whether it is a token is for its decoder to say.
    private static @Nullable String token(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (sent == null || !sent.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = sent.substring(BEARER.length());
        return token.isBlank() ? null : token;
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
    MappedInterceptor gate() {
        return new MappedInterceptor(null, new Gate(refusals));
    }

    @Bean
    SmartInitializingSingleton everyRouteIsStated(
            ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return () -> Gate.check(mappings.stream());
    }
}
