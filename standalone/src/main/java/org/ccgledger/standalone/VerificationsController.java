package org.ccgledger.standalone;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.http.Body;
import org.ccgledger.command.http.Jobs;
import org.ccgledger.ledger.proof.CheckpointFiles;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Audits the whole ledger for auditors, as `ccg verify` does.
///
/// They are [Jobs].
@RestController
@WithCommands
@RequestMapping(VerificationsController.PATH)
class VerificationsController implements DisposableBean {

    static final String PATH = "/v1/audit/verifications";

    private final Databases.Settings databases;
    private final Path keys;
    private final CheckpointFiles checkpoints;
    private final Jobs<Verification> verifications = new Jobs<>(PATH, "verification", 20);

    VerificationsController(
            Databases.Settings databases,
            @Value(TheLedger.KEYS) Path keys,
            CheckpointFiles checkpoints) {
        this.databases = databases;
        this.keys = keys;
        this.checkpoints = checkpoints;
    }

    /// There is nothing to choose: all is audited.
    record VerificationRequest() {}

    @OpenTo(Callers.AUDITORS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> verify(HttpServletRequest request) throws IOException {
        Body.of(request, VerificationRequest.class);
        return verifications.accept(
                new Verification(databases.as(Databases.AUDITOR), keys, checkpoints));
    }

    @OpenTo(Callers.AUDITORS)
    @GetMapping("/{id}")
    Object progress(@PathVariable String id) {
        return verifications.get(id).view();
    }

    @Override
    public void destroy() {
        verifications.close();
    }
}
