package org.ccgledger.standalone;

import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells how far a played history has come.
@RestController
@WithCommands
class ScenarioController {

    private final ScenarioPlayer player;

    ScenarioController(ScenarioPlayer player) {
        this.player = player;
    }

    @OpenTo(Callers.EVERYBODY)
    @GetMapping("/v1/scenario")
    ScenarioPlayer.Standing standing() {
        return player.standing();
    }
}
