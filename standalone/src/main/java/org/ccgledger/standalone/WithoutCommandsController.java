package org.ccgledger.standalone;

import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.http.Problem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says where audits are made, in a process that takes no commands: it neither signs nor keeps the
/// signer's files, nor knows the rules by which decisions are made again.
@RestController
@ConditionalOnBooleanProperty(name = "ccg.commands.enabled", havingValue = false)
class WithoutCommandsController {

    @OpenTo(Callers.AUDITORS)
    @PostMapping({"/v1/audit/replays", VerificationsController.PATH, ExportsController.PATH})
    void elsewhere() {
        throw new Problem(
                404,
                "NOT_FOUND",
                "This process makes no audits",
                "Ask the one that takes commands: it has the keys, the checkpoints that it has signed, and the rules.");
    }

    @OpenTo(Callers.AUDITORS)
    @GetMapping({
        "/v1/audit/replays/{id}",
        VerificationsController.PATH + "/{id}",
        ExportsController.PATH + "/{id}",
        ExportsController.PATH + "/{id}/bundle"
    })
    void keptElsewhere() {
        elsewhere();
    }
}
