package org.ccgledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ccgledger.client.generated.ApiClient;
import org.ccgledger.client.generated.ApiException;
import org.ccgledger.client.generated.ApiResponse;
import org.ccgledger.client.generated.api.AuthorisationApi;
import org.ccgledger.client.generated.api.CcgsApi;
import org.ccgledger.client.generated.api.CommandsApi;
import org.ccgledger.client.generated.api.StandaloneApi;
import org.ccgledger.client.generated.model.*;
import org.ccgledger.standalone.CcgLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// The README's first commands and questions by a client that nobody wrote.
class GeneratedClientTest {

    @TempDir private static Path folder;
    private static ConfigurableApplicationContext application;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        application =
                CcgLedger.application()
                        .run(
                                "--server.port=0",
                                "--ccg.scenario=none",
                                "--ccg.data-directory=" + folder.resolve("data"));
        client = new ApiClient();
        client.updateBaseUri(
                "http://127.0.0.1:"
                        + application.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void close() {
        application.close();
    }

    private static Map<String, String> as(String actor, TokenRequest.RoleEnum role, String body)
            throws ApiException {
        Token token =
                new StandaloneApi(client)
                        .tokensControllerToken(
                                new TokenRequest().actor(actor).role(role).body(body));
        return Map.of("Authorization", "Bearer " + token.getAccessToken());
    }

    private static ProposeCCG proposal(String... applicants) {
        return new ProposeCCG()
                .ccg("9ZZ")
                .ons("E38999001")
                .areaTeam("Q50")
                .proposedName("NHS Isle of Axholme Clinical Commissioning Group")
                .area(List.of("E38999001"))
                .applicants(List.of(applicants))
                .constitution(new DocRef().title("Proposed constitution"))
                .authority(new Authority().instrument("NHS Act 2006").provision("s.14B"))
                .proposedAccountableOfficer("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11")
                .effectiveOn(LocalDate.of(2012, 10, 1));
    }

    @Test
    void a_command_is_sent_its_receipt_read_and_its_result_asked_for() throws Exception {
        Map<String, String> practice =
                as(
                        "practice-manager-1",
                        TokenRequest.RoleEnum.PRACTICE_REPRESENTATIVE,
                        "PRACTICE/Y99001");
        CommandsApi commands = new CommandsApi(client);
        assertThatThrownBy(() ->
                        commands.proposeCCG("propose-alone-00001", proposal("Y99001"), null, practice))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> {
                            assertThat(refused.getCode()).isEqualTo(422);
                            assertThat(refused.getResponseBody()).contains("TOO_FEW_APPLICANTS");
                        });
        ApiResponse<Receipt> told =
                commands.proposeCCGWithHttpInfo(
                        "propose-axholme-0001", proposal("Y99001", "Y99002"), null, practice);
        Receipt receipt = told.getData();
        assertThat(receipt.getStream()).isEqualTo("application:9ZZ");
        assertThat(receipt.getEvents().getFirst().getType())
                .isEqualTo("ccg.authorisation.CCGProposed");
        assertThat(receipt.getCommandId()).isInstanceOf(UUID.class);

        Map<String, Object> summary =
                new AuthorisationApi(client)
                        .authorisationApiSummary(LocalDate.of(2013, 3, 14), null, null);
        assertThat(summary).containsKeys("total", "fullyAuthorised", "waves");
        String token = told.getHeaders().get("consistency-token").getFirst();
        CcgsPage groups =
                new CcgsApi(client)
                        .ccgsApiCcgs(
                                LocalDate.of(2012, 10, 2),
                                null,
                                token,
                                null,
                                null,
                                null,
                                "PROPOSED",
                                null,
                                "ods",
                                10,
                                null,
                                null,
                                Map.of("Prefer", "wait=5"));
        assertThat(groups.getItems()).extracting(CcgsRow::getOds).contains("9ZZ");
    }
}
