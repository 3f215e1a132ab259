package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Holds facts to pseudonyms: what can be erased is apart from the first event on, because nothing
/// can be taken out of a fact afterwards.
class PersonalFactsTest {

    /// What names, finds or describes a natural person, whatever record it stands in.
    private static final Set<String> OF_PERSONS =
            Set.of(
                    "email",
                    "mail",
                    "phone",
                    "telephone",
                    "mobile",
                    "fax",
                    "address",
                    "postcode",
                    "forename",
                    "surname",
                    "firstname",
                    "lastname",
                    "fullname",
                    "initials",
                    "birth",
                    "born",
                    "gender",
                    "ethnicity",
                    "nationality",
                    "religion",
                    "health",
                    "salary",
                    "signature",
                    "biography",
                    "spouse",
                    "relative");

    /// Text in events that concern a person, which is official or about something else. An entry
    /// says why.
    private static final Set<String> NOT_ABOUT_THE_PERSON =
            Set.of(
                    // The group's name.
                    "CCGProposed.name",
                    "MergerTerms.name",
                    // What groups say on a factor, official text.
                    "AddressedFactor.text",
                    // An id.
                    "Settlement.matter",
                    // The assessor's finding on the application.
                    "CriterionAssessed.note",
                    // A condition's wording, official text.
                    "RecommendedCondition.text",
                    // What a group found on a service and its providers.
                    "ProcurementRouteDecided.existingService",
                    "ProcurementRouteDecided.noOtherCapable",
                    // A committee's name.
                    "ProcurementRouteDecided.committee",
                    "ContractAwarded.committee",
                    // The record of a contract, published by law; its parties are bodies.
                    "AwardRecord.providerName",
                    "AwardRecord.registeredOffice",
                    "AwardRecord.services",
                    "AwardRecord.process",
                    "DutiesNote.effectiveness",
                    "DutiesNote.quality",
                    "DutiesNote.integration",
                    "ContractAwarded.conflictsSummary",
                    "ContractAwarded.comments",
                    // What was decided, as it stands in the minutes.
                    "DecisionCarried.title",
                    "DecisionLost.title",
                    "DecisionMinuted.title",
                    // The power under which an item was decided.
                    "Authority.instrument",
                    "Authority.provision",
                    "Authority.delegation");

    /// Guilty: contact details in a fact.
    record PracticeContacted(PracticeCode practice, List<Contact> contacts) {}

    record Contact(String jobTitle, @Nullable String emailAddress) {}

    /// Guilty: a name beside the pseudonym for which it stands.
    record ChairElected(CcgCode ccg, PersonId chair, String called) {}

    /// Guilty: what somebody declares about themselves.
    record InterestDeclared(PersonalText name, List<String> interests) {}

    /// Innocent: the same as personal parts.
    record InterestDeclaredApart(PersonId person, List<PersonalText> interests, DocRef minutes) {}

    private static List<String> faults(Class<?> event) {
        Set<RecordComponent> components = new LinkedHashSet<>();
        collect(event, components, new ArrayList<>());
        boolean concernsPerson =
                components.stream()
                        .map(component -> element(component.getGenericType()))
                        .anyMatch(type -> type == PersonId.class || type == PersonalText.class);
        Set<String> faults = new TreeSet<>();
        for (RecordComponent text : components) {
            if (element(text.getGenericType()) != String.class) {
                continue;
            }
            if (words(text.getName()).stream().anyMatch(OF_PERSONS::contains)) {
                faults.add(name(text) + " names, finds or describes a person");
            } else if (concernsPerson && !NOT_ABOUT_THE_PERSON.contains(name(text))) {
                faults.add(name(text) + " may be about the person whom the event concerns");
            }
        }
        return List.copyOf(faults);
    }

    /// Titles of documents and citations of sources are official text.
    private static void collect(
            Class<?> kind, Set<RecordComponent> components, List<Class<?>> seen) {
        if (!kind.isRecord()
                || kind.isAnnotationPresent(TextPattern.class)
                || List.of(PersonalText.class, DocRef.class, Source.class).contains(kind)
                || seen.contains(kind)) {
            return;
        }
        seen.add(kind);
        for (RecordComponent component : kind.getRecordComponents()) {
            components.add(component);
            collect(element(component.getGenericType()), components, seen);
        }
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType list
                ? element(list.getActualTypeArguments()[0])
                : (Class<?>) type;
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        words.add(name.toLowerCase(Locale.ROOT));
        Arrays.stream(name.split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .forEach(words::add);
        return words;
    }

    @Test
    void no_fact_holds_text_about_a_person() {
        assertThat(EventTypes.all().stream().flatMap(type -> faults(type.carrier()).stream()))
                .as("fields that are to be PersonalText, or to be named here as official text")
                .isEmpty();
    }

    @Test
    void text_that_is_let_through_is_there() {
        assertThat(
                        EventTypes.all().stream()
                                .flatMap(type -> {
                                    Set<RecordComponent> components = new LinkedHashSet<>();
                                    collect(type.carrier(), components, new ArrayList<>());
                                    return components.stream();
                                })
                                .map(PersonalFactsTest::name))
                .containsAll(NOT_ABOUT_THE_PERSON);
    }

    @Test
    void contact_details_are_found_however_deep_they_stand() {
        assertThat(faults(PracticeContacted.class))
                .containsExactly("Contact.emailAddress names, finds or describes a person");
    }

    @Test
    void text_beside_a_pseudonym_is_found() {
        assertThat(faults(ChairElected.class))
                .containsExactly(
                        "ChairElected.called may be about the person whom the event concerns");
    }

    @Test
    void a_list_of_texts_beside_a_personal_part_is_found() {
        assertThat(faults(InterestDeclared.class))
                .containsExactly(
                        "InterestDeclared.interests may be about the person whom the event concerns");
    }

    @Test
    void personal_parts_and_titles_of_documents_are_let_through() {
        assertThat(faults(InterestDeclaredApart.class)).isEmpty();
    }
}
