package org.ccgledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccgledger.command.handling.Answer;
import org.ccgledger.ledger.LedgerException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class BatchControllerTest {

    @Test
    void lines_of_a_stream_wait_for_one_that_has_to_be_sent_again() {
        assertThat(BatchController.isSettled(answered(new Answer.Contention()))).isFalse();
        assertThat(
                        BatchController.isSettled(
                                Outcomes.problem(
                                                new LedgerException.Unavailable(
                                                        new IllegalStateException("Down")))
                                        .response("/v1/commands:batch")))
                .isFalse();
    }

    @Test
    void lines_of_a_stream_go_on_after_one_that_is_refused() {
        assertThat(BatchController.isSettled(answered(new Answer.KeyReused()))).isTrue();
        assertThat(BatchController.isSettled(answered(new Answer.VersionConflict(3)))).isTrue();
    }

    private static ResponseEntity<byte[]> answered(Answer answer) {
        try {
            return Outcomes.response(answer, 1);
        } catch (Problem problem) {
            return problem.response("/v1/commands:batch");
        }
    }
}
