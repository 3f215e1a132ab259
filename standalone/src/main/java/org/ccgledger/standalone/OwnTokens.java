package org.ccgledger.standalone;

import java.net.InetAddress;
import java.nio.file.Path;
import org.ccgledger.access.LocalKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Tokens of the ledger's own making, while it has no issuer and nobody outside this machine can
/// reach it.
@Configuration(proxyBeanMethods = false)
@Conditional(OwnTokens.NoIssuer.class)
class OwnTokens {

    /// Where the key lies unless a setting says otherwise, below the data folder.
    static final String KEY_FILE = "keys/tokens";

    private static final Logger LOG = LoggerFactory.getLogger(OwnTokens.class);

    /// Holds while no issuer is named.
    static final class NoIssuer implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty("ccg.issuer", "").isBlank();
        }
    }

    /// A ledger that others can reach, and that would give anybody any role.
    static final class WithoutIssuer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WithoutIssuer(@Nullable InetAddress address) {
            super(
                    "The ledger would listen on %s and has no issuer of tokens: name one with --ccg.issuer, or listen on --server.address=127.0.0.1, where the ledger hands out tokens itself."
                            .formatted(
                                    address == null ? "every address" : address.getHostAddress()));
        }
    }

    @Bean
    LocalKey localKey(
            @Value("${server.address:#{null}}") @Nullable InetAddress address,
            @Value("${ccg.tokens.key-file:${ccg.data-directory:.ccg-ledger}/" + KEY_FILE + "}")
                    Path file) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new WithoutIssuer(address);
        }
        LOG.warn(
                "NO ISSUER OF TOKENS IS CONFIGURED (ccg.issuer). Whoever can use this machine is"
                        + " given a token in any role, for any body: POST /v1/tokens, ./ccg token. Good"
                        + " for trying out, and for nothing else.");
        return LocalKey.at(file);
    }
}
