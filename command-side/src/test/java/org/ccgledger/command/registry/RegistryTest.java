package org.ccgledger.command.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.registry.RegistryCommand.EstablishCCG;
import org.ccgledger.command.registry.RegistryCommand.ImportReferenceCCG;
import org.ccgledger.command.registry.RegistryCommand.RecordPopulation;
import org.ccgledger.command.registry.RegistryRefusal.CodeInUse;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.Source;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.registry.PopulationBasis;
import org.ccgledger.events.registry.RegistryEvent.CCGEstablished;
import org.ccgledger.events.registry.RegistryEvent.PopulationRecorded;
import org.ccgledger.events.registry.RegistryEvent.ReferenceCCGImported;
import org.junit.jupiter.api.Test;

class RegistryTest {

    private static final Source REGISTER = new Source(Source.Standing.STATED, "CCG_APR_2013", null);
    private static final String ANOTHER_NAME = "NHS Tilbury Clinical Commissioning Group";

    private static Specification system() {
        return Specification.of(RegistryDecider.DECIDER)
                .by(Role.SYSTEM, new BodyRef("SYSTEM/CCG-LEDGER"));
    }

    private static Specification registry() {
        return Specification.of(RegistryDecider.DECIDER)
                .by(Role.REGISTRY, new BodyRef("DH/REGISTRY"));
    }

    private static CcgEvent grant() {
        return authorised(AuthorisationOutcome.AUTHORISED, List.of(), List.of());
    }

    static CCGEstablished established() {
        var grant = authorised(AuthorisationOutcome.AUTHORISED, List.of(), List.of());
        return new CCGEstablished(
                THURROCK,
                grant.ons(),
                NAME,
                grant.areaTeam(),
                grant.area(),
                grant.members(),
                grant.constitution(),
                DECIDED_ON);
    }

    private static ImportReferenceCCG row(String name, String areaTeam) {
        return new ImportReferenceCCG(
                THURROCK, new OnsCode("E38000185"), name, areaTeam, "Midlands", REGISTER);
    }

    private static ReferenceCCGImported imported(String name, String areaTeam, LocalDate on) {
        return new ReferenceCCGImported(
                THURROCK, new OnsCode("E38000185"), name, areaTeam, "Midlands", REGISTER, on);
    }

    @Test
    void an_authorised_group_is_established_with_what_it_applied_for() {
        system().given(proposed())
                .given(grant())
                .when(new EstablishCCG(THURROCK))
                .thenAccepted(established());
    }

    @Test
    void a_group_is_established_once() {
        system().given(grant(), established()).when(new EstablishCCG(THURROCK)).thenUnchanged();
    }

    @Test
    void a_group_that_was_not_authorised_is_not_established() {
        system().given(proposed()).when(new EstablishCCG(THURROCK)).thenNotFound();
    }

    @Test
    void a_code_that_stands_for_another_is_not_given_to_the_group() {
        system().given(imported(ANOTHER_NAME, "Essex", PROPOSED_ON))
                .given(grant())
                .when(new EstablishCCG(THURROCK))
                .thenRefused(new CodeInUse(THURROCK, Set.of(ANOTHER_NAME)));
    }

    @Test
    void a_row_of_the_reference_register_reserves_its_code() {
        registry()
                .on(PROPOSED_ON)
                .when(row(NAME, "Essex"))
                .thenAccepted(imported(NAME, "Essex", PROPOSED_ON));
    }

    @Test
    void the_same_row_is_imported_once_and_a_newer_one_beside_it() {
        registry()
                .given(imported(NAME, "Essex", PROPOSED_ON))
                .when(row(NAME, "Essex"))
                .thenUnchanged();
        registry()
                .given(imported(NAME, "Essex", PROPOSED_ON))
                .when(row(NAME, "Essex and Suffolk"))
                .thenAccepted(imported(NAME, "Essex and Suffolk", PROPOSED_ON));
    }

    @Test
    void a_code_stands_for_the_group_of_one_name() {
        registry()
                .given(imported(NAME, "Essex", PROPOSED_ON))
                .when(row(ANOTHER_NAME, "Essex"))
                .thenRefused(new CodeInUse(THURROCK, Set.of(NAME)));
        registry()
                .given(proposed())
                .when(row(ANOTHER_NAME, "Essex"))
                .thenRefused(new CodeInUse(THURROCK, Set.of(NAME)));
        registry()
                .given(proposed())
                .when(row(NAME, "Essex"))
                .thenAccepted(ReferenceCCGImported.class);
    }

    @Test
    void the_population_of_a_known_group_is_recorded() {
        RecordPopulation count =
                new RecordPopulation(
                        THURROCK, PopulationBasis.LIST, 165_000, LocalDate.of(2013, 4, 1));
        PopulationRecorded recorded =
                new PopulationRecorded(
                        THURROCK,
                        PopulationBasis.LIST,
                        165_000,
                        LocalDate.of(2013, 4, 1),
                        DECIDED_ON);
        registry().given(proposed()).on(DECIDED_ON).when(count).thenAccepted(recorded);
        registry()
                .given(imported(NAME, "Essex", PROPOSED_ON))
                .on(DECIDED_ON)
                .when(count)
                .thenAccepted(recorded);
        registry().given(established()).when(count).thenAccepted(recorded);
        registry().given(established(), recorded).when(count).thenUnchanged();
        registry().when(count).thenNotFound();
    }

    @Test
    void a_count_that_differs_in_anything_is_another_fact() {
        LocalDate april = LocalDate.of(2013, 4, 1);
        PopulationRecorded before =
                new PopulationRecorded(THURROCK, PopulationBasis.LIST, 165_000, april, DECIDED_ON);
        for (RecordPopulation other :
                List.of(
                        new RecordPopulation(THURROCK, PopulationBasis.LIST, 165_001, april),
                        new RecordPopulation(
                                THURROCK, PopulationBasis.ONS_MODERATED, 165_000, april),
                        new RecordPopulation(
                                THURROCK, PopulationBasis.LIST, 165_000, april.plusDays(1)))) {
            registry()
                    .given(established(), before)
                    .when(other)
                    .thenAccepted(PopulationRecorded.class);
        }
    }

    @Test
    void heads_are_counted_from_one() {
        assertThat(
                        new RecordPopulation(THURROCK, PopulationBasis.LIST, 0, DECIDED_ON)
                                .fieldErrors())
                .hasSize(1);
        assertThat(
                        new RecordPopulation(THURROCK, PopulationBasis.LIST, 1, DECIDED_ON)
                                .fieldErrors())
                .isEmpty();
    }
}
