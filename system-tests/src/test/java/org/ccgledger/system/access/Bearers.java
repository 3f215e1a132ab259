package org.ccgledger.system.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.ccgledger.access.Claims;
import org.ccgledger.access.LocalKey;
import org.ccgledger.events.Actor;

/// Tokens that a ledger's key has signed, or has not.
final class Bearers {

    private final LocalKey key;
    private final RSAKey secret;

    Bearers(Path keyFile) {
        this.key = LocalKey.existing(keyFile).orElseThrow();
        try {
            this.secret = RSAKey.parse(Files.readString(keyFile));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    String good(Actor actor) {
        return key.token(actor, Claims.AUDIENCE, Instant.now(), Duration.ofHours(1));
    }

    String expired(Actor actor) {
        return key.token(
                actor,
                Claims.AUDIENCE,
                Instant.now().minus(Duration.ofHours(2)),
                Duration.ofHours(1));
    }

    String ofAnotherAudience(Actor actor) {
        return key.token(actor, "another-service", Instant.now(), Duration.ofHours(1));
    }

    /// Signed with what everybody may know.
    String signedWithThePublicKey(Actor actor) {
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader(JWSAlgorithm.HS256),
                        new JWTClaimsSet.Builder()
                                .issuer(LocalKey.ISSUER)
                                .subject(actor.id())
                                .audience(Claims.AUDIENCE)
                                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                                .claim(Claims.ROLE, actor.role().name())
                                .claim(Claims.BODY, actor.body().value())
                                .build());
        try {
            token.sign(new MACSigner(secret.toRSAPublicKey().getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
