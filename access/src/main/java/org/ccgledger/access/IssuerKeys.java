package org.ccgledger.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Objects;
import org.ccgledger.events.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The keys of an OpenID Connect issuer, where its discovery document says they are.
///
/// Nothing is asked before the first token comes, so a ledger starts without its issuer. Keys are
/// kept for five minutes, and for an hour while the issuer does not answer; a token that names an
/// unknown key has them fetched anew, but not more often than twice in ten seconds.
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);
    private static final Duration WITHOUT_ISSUER = Duration.ofHours(1);
    private static final int LARGEST_ANSWER = 256 * 1024;

    private final URI issuer;
    private final ResourceRetriever web =
            new DefaultResourceRetriever(
                    Math.toIntExact(PATIENCE.toMillis()),
                    Math.toIntExact(PATIENCE.toMillis()),
                    LARGEST_ANSWER);

    private IssuerKeys(URI issuer) {
        this.issuer = issuer;
    }

    /// @throws IllegalStateException if what others could listen to would be believed
    static JWKSource<SecurityContext> of(String issuer) {
        return JWKSourceBuilder.create(new IssuerKeys(trusted(issuer)))
                .cache(KEPT.toMillis(), PATIENCE.multipliedBy(3).toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_FETCHES.toMillis())
                .outageTolerant(WITHOUT_ISSUER.toMillis())
                .build();
    }

    @Override
    public JWKSet getJWKSet(
            JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            JsonNode discovered =
                    EventJson.MAPPER.readTree(
                            content(
                                    issuer.toString().replaceFirst("/$", "")
                                            + "/.well-known/openid-configuration"));
            if (!discovered.path("issuer").asString("").equals(issuer.toString())) {
                throw new JWKSetUnavailableException("What answers there is another issuer");
            }
            return JWKSet.parse(
                    content(trusted(discovered.path("jwks_uri").asString("")).toString()));
        } catch (IOException | ParseException | JacksonException | IllegalStateException e) {
            throw new JWKSetUnavailableException("The keys of " + issuer + " cannot be had", e);
        }
    }

    private String content(String address) throws IOException {
        return web.retrieveResource(URI.create(address).toURL()).getContent();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private static URI trusted(String address) {
        try {
            URI uri = URI.create(address);
            boolean secret =
                    Objects.equals(uri.getScheme(), "https")
                            || (Objects.equals(uri.getScheme(), "http")
                                    && InetAddress.getByName(uri.getHost()).isLoopbackAddress());
            if (uri.getHost() != null && secret) {
                return uri;
            }
        } catch (IllegalArgumentException | UnknownHostException _) {
            // Said below.
        }
        throw new IllegalStateException(
                "An issuer and its keys have an https address, or are on this machine: " + address);
    }
}
