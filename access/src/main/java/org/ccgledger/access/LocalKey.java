package org.ccgledger.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.events.Actor;

/// The key with which a ledger that has no issuer signs tokens itself, in a file that only its
/// owner can read.
///
/// Whoever can read the file can act as anybody.
public final class LocalKey {

    /// What such tokens name as their issuer.
    public static final String ISSUER = "local";

    /// The longest that such a token is good for.
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final int BITS = 2048;
    private static final Set<PosixFilePermission> OTHERS =
            PosixFilePermissions.fromString("---rwxrwx");

    private final RSAKey key;

    private LocalKey(RSAKey key) {
        this.key = key;
    }

    /// A key that is written nowhere.
    public static LocalKey generate() {
        try {
            return new LocalKey(
                    new RSAKeyGenerator(BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyIDFromThumbprint(true)
                            .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    /// Reads the key, or makes it where there is none.
    public static LocalKey at(Path file) {
        return existing(file)
                .orElseGet(() -> {
                    generate().write(file);
                    return existing(file).orElseThrow();
                });
    }

    /// Reads the key, if the file is there.
    ///
    /// @throws IllegalStateException if it is damaged, or others could read it
    public static Optional<LocalKey> existing(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new IllegalStateException(
                        "Others than its owner can use the key of tokens; nobody should trust it: "
                                + file);
            }
            return Optional.of(new LocalKey(RSAKey.parse(Files.readString(file))));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of tokens cannot be used: " + file, e);
        } catch (ParseException e) {
            throw new IllegalStateException("The key of tokens is damaged: " + file);
        }
    }

    /// Writes the key in one step, unless another process was first.
    private void write(Path file) {
        try {
            Files.createDirectories(
                    file.toAbsolutePath().getParent(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            // A temporary file has mode 600.
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "tokens", ".new");
            try {
                Files.writeString(draft, key.toJSONString() + "\n", StandardOpenOption.SYNC);
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException _) {
                // The other process' key is the one that holds.
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key of tokens cannot be written: " + file, e);
        }
    }

    /// A token for one capacity of somebody.
    ///
    /// @param audience that the ledger takes tokens for
    public String token(Actor actor, String audience, Instant now, Duration lifetime) {
        return token(ISSUER, actor, audience, now, lifetime);
    }

    /// A token that names an issuer.
    String token(String issuer, Actor actor, String audience, Instant now, Duration lifetime) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(actor.id())
                        .audience(audience)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(lifetime)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim(Claims.ROLE, actor.role().name())
                        .claim(Claims.BODY, actor.body().value());
        if (actor.onBehalfOf() != null) {
            claims.claim(Claims.ON_BEHALF_OF, actor.onBehalfOf());
        }
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(new JOSEObjectType("at+jwt"))
                                .keyID(key.getKeyID())
                                .build(),
                        claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key of tokens cannot sign", e);
        }
        return token.serialize();
    }

    /// What is needed to believe such tokens.
    JWKSource<SecurityContext> publicKeys() {
        return new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()));
    }

    /// The key itself, for tests of what is not to be believed.
    RSAKey secret() {
        return key;
    }
}
