package org.ccgledger.command.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.ccgledger.command.catalogue.CatalogueCommand.OpenWave;
import org.ccgledger.command.catalogue.CatalogueCommand.PublishCriteriaCatalogue;
import org.ccgledger.command.catalogue.CatalogueRefusal.CatalogueAlreadyPublished;
import org.ccgledger.command.catalogue.CatalogueRefusal.CatalogueSizeMismatch;
import org.ccgledger.command.catalogue.CatalogueRefusal.WaveExists;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.Source;
import org.ccgledger.events.authorisation.Criterion;
import org.ccgledger.events.catalogue.CatalogueEvent.CriteriaCataloguePublished;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final CatalogueVersion DRAFT = new CatalogueVersion("draft-2012");
    private static final CatalogueVersion FINAL = new CatalogueVersion("final-2012");
    private static final LocalDate PUBLISHED_ON = LocalDate.of(2012, 4, 1);
    private static final LocalDate OPENED_ON = LocalDate.of(2012, 5, 1);
    private static final LocalDate DEADLINE = LocalDate.of(2012, 7, 2);

    private static Specification board() {
        return Specification.of(CatalogueDecider.DECIDER);
    }

    private static List<Criterion> criteria(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> criterion("SYN-%d.%02d".formatted(1 + i % 6, 1 + i / 6), 1 + i % 6))
                .toList();
    }

    private static Criterion criterion(String id, int domain) {
        return new Criterion(
                new CriterionId(id),
                domain,
                "A placeholder",
                new Source(Source.Standing.SYNTHETIC, "Made for a test", null));
    }

    private static CriteriaCataloguePublished published(CatalogueVersion catalogue, int count) {
        return new CriteriaCataloguePublished(catalogue, criteria(count), PUBLISHED_ON);
    }

    private static OpenWave wave(CatalogueVersion catalogue, LocalDate deadline) {
        return new OpenWave(1, deadline, YearMonth.of(2012, 11), catalogue, 35);
    }

    private static WaveOpened opened() {
        return new WaveOpened(1, DEADLINE, YearMonth.of(2012, 11), DRAFT, 35, OPENED_ON);
    }

    @Test
    void an_edition_is_published() {
        board().on(PUBLISHED_ON)
                .when(new PublishCriteriaCatalogue(FINAL, criteria(119)))
                .thenAccepted(published(FINAL, 119));
        board().on(PUBLISHED_ON)
                .when(new PublishCriteriaCatalogue(DRAFT, criteria(118)))
                .thenAccepted(published(DRAFT, 118));
    }

    @Test
    void the_final_edition_has_119_criteria() {
        for (int count : new int[] {118, 120}) {
            board().when(new PublishCriteriaCatalogue(FINAL, criteria(count)))
                    .thenRefused(new CatalogueSizeMismatch(count, 119));
        }
    }

    @Test
    void a_published_edition_is_never_changed() {
        board().given(published(DRAFT, 3))
                .when(new PublishCriteriaCatalogue(DRAFT, criteria(3)))
                .thenUnchanged();
        board().given(published(DRAFT, 3))
                .when(new PublishCriteriaCatalogue(DRAFT, criteria(4)))
                .thenRefused(new CatalogueAlreadyPublished(DRAFT, PUBLISHED_ON));
    }

    @Test
    void a_criterion_is_named_once_and_belongs_to_one_of_six_domains() {
        assertThat(
                        new PublishCriteriaCatalogue(
                                        DRAFT,
                                        List.of(
                                                criterion("SYN-1.01", 0),
                                                criterion("SYN-1.02", 7),
                                                criterion("SYN-1.02", 1)))
                                .fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/criteria/0/domain", "/criteria/1/domain", "/criteria/2/criterion");
        assertThat(new PublishCriteriaCatalogue(DRAFT, List.of()).fieldErrors())
                .extracting(FieldError::pointer)
                .containsExactly("/criteria");
        assertThat(new PublishCriteriaCatalogue(FINAL, criteria(119)).fieldErrors()).isEmpty();
    }

    @Test
    void a_wave_is_opened_with_a_published_edition() {
        board().given(published(DRAFT, 3))
                .on(OPENED_ON)
                .when(wave(DRAFT, DEADLINE))
                .thenAccepted(opened());
        board().given(published(DRAFT, 3)).when(wave(FINAL, DEADLINE)).thenNotFound();
    }

    @Test
    void a_wave_is_opened_once() {
        board().given(published(DRAFT, 3), opened()).when(wave(DRAFT, DEADLINE)).thenUnchanged();
        board().given(published(DRAFT, 3), opened())
                .when(wave(DRAFT, DEADLINE.plusDays(1)))
                .thenRefused(new WaveExists(1, OPENED_ON));
    }

    @Test
    void waves_are_numbered_one_to_four() {
        for (int number : new int[] {0, 5}) {
            assertThat(
                            new OpenWave(number, DEADLINE, YearMonth.of(2012, 11), DRAFT, 0)
                                    .fieldErrors())
                    .extracting(FieldError::pointer)
                    .containsExactly("/number", "/plannedApplications");
        }
        assertThat(wave(DRAFT, DEADLINE).fieldErrors()).isEmpty();
    }
}
