package org.ccgledger.standalone;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what to do about a ledger that others could reach without tokens of an issuer.
final class WithoutIssuerAnalyzer extends AbstractFailureAnalyzer<OwnTokens.WithoutIssuer> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OwnTokens.WithoutIssuer cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
