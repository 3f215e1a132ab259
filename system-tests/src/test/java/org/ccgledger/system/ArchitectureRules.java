package org.ccgledger.system;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may know what, and what no class does.
final class ArchitectureRules {

    private static final String OURS = "org.ccgledger..";
    private static final String COMMAND_SIDE = "org.ccgledger.command";
    private static final String EVENTS = "org.ccgledger.events..";
    private static final String LEDGER = "org.ccgledger.ledger..";
    private static final String ACCESS = "org.ccgledger.access..";

    private final Set<String> capabilities;
    private final String[] decisions;

    /// @param all what is searched for the capabilities there are
    ArchitectureRules(JavaClasses all) {
        capabilities =
                all.stream()
                        .filter(type -> type.getPackageName().startsWith(COMMAND_SIDE + "."))
                        .filter(type -> type.getSimpleName().matches(".+Decider"))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toUnmodifiableSet());
        decisions =
                Stream.concat(
                                capabilities.stream(),
                                Stream.of(COMMAND_SIDE + ".boundaries", COMMAND_SIDE + ".decision"))
                        .map(name -> name + "..")
                        .toArray(String[]::new);
    }

    Set<String> capabilities() {
        return capabilities;
    }

    ArchRule eventsDependOnNothingOfOurs() {
        return ofOursOnly(EVENTS);
    }

    ArchRule theLedgerDependsOnNothingOfOurs() {
        return ofOursOnly(LEDGER);
    }

    ArchRule accessDependsOnEvents() {
        return ofOursOnly(ACCESS, EVENTS);
    }

    ArchRule theCommandSideDependsOnEventsTheLedgerAndAccess() {
        return ofOursOnly("org.ccgledger.command..", EVENTS, LEDGER, ACCESS);
    }

    ArchRule theQuerySideDependsOnEventsTheLedgerAndAccess() {
        return ofOursOnly("org.ccgledger.query..", EVENTS, LEDGER, ACCESS);
    }

    /// Whoever checks a ledger offline is to trust the JDK and what stands in that one module.
    ArchRule theVerifierDependsOnTheJdkAlone() {
        return classes()
                .that()
                .resideInAPackage("org.ccgledger.verifier..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.ccgledger.verifier..", "java..", "javax..", "org.jspecify..");
    }

    /// Whoever runs a witness is to trust the JDK and the same module.
    ArchRule theWitnessDependsOnTheJdkAndTheVerifier() {
        return classes()
                .that()
                .resideInAPackage("org.ccgledger.witness..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.ccgledger.witness..",
                        "org.ccgledger.verifier..",
                        "java..",
                        "com.sun.net.httpserver..",
                        "org.jspecify..");
    }

    private static ArchRule ofOursOnly(String module, String... others) {
        String[] allowed =
                Stream.concat(Stream.of(module), Arrays.stream(others)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(
                        resideInAPackage(OURS)
                                .and(DescribedPredicate.not(resideInAnyPackage(allowed))));
    }

    ArchRule capabilitiesDoNotKnowOneAnother() {
        return classes()
                .that()
                .resideInAnyPackage(packages(capabilities))
                .should(dependOnNoCapabilityButTheirOwn());
    }

    /// Otherwise capabilities would know one another by way of what they share.
    ArchRule whatCapabilitiesShareKnowsNoneOfThem() {
        return classes()
                .that()
                .resideInAnyPackage(COMMAND_SIDE + ".boundaries..", COMMAND_SIDE + ".decision..")
                .should(dependOnNoCapabilityButTheirOwn());
    }

    private ArchCondition<JavaClass> dependOnNoCapabilityButTheirOwn() {
        return new ArchCondition<>("depend on no capability but their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String other = dependency.getTargetClass().getPackageName();
                    if (!other.equals(type.getPackageName()) && capabilities.contains(other)) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /// The day and the moment come with the context, so that history can be decided again.
    ArchRule decisionsReadNoClock() {
        return noClasses()
                .that()
                .resideInAnyPackage(decisions)
                .should()
                .accessTargetWhere(
                        target(owner(resideInAPackage("java.time..")))
                                .and(target(name("now")))
                                .or(targetIs(System.class, "currentTimeMillis", "nanoTime")))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Date.class);
    }

    /// Ids come with the context, from a seed.
    ArchRule decisionsThrowNoDice() {
        return noClasses()
                .that()
                .resideInAnyPackage(decisions)
                .should()
                .accessTargetWhere(
                        targetIs(UUID.class, "randomUUID").or(targetIs(Math.class, "random")))
                .orShould()
                .dependOnClassesThat(
                        assignableToAny(
                                Random.class, ThreadLocalRandom.class, RandomGenerator.class));
    }

    ArchRule decisionsTouchNothingOutside() {
        return noClasses()
                .that()
                .resideInAnyPackage(decisions)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "java.io..",
                        "java.net..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "org.springframework..",
                        "org.axonframework..");
    }

    /// Moving to another version of Axon changes these packages and the class that wires them.
    ArchRule onlyHandlingAndRunningKnowAxon() {
        return noClasses()
                .that()
                .resideInAPackage(COMMAND_SIDE + "..")
                .and()
                .resideOutsideOfPackages(
                        COMMAND_SIDE, COMMAND_SIDE + ".handling..", COMMAND_SIDE + ".running..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..");
    }

    ArchRule onlyRunningSpeaksSql() {
        return noClasses()
                .that()
                .resideInAPackage(COMMAND_SIDE + "..")
                .and()
                .resideOutsideOfPackage(COMMAND_SIDE + ".running..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..");
    }

    ArchRule noNameSaysNothing() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO|Service)(\\$.*)?");
    }

    ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource");
    }

    /// Only a process that somebody started from a terminal speaks to it.
    ArchRule onlyProgramsWriteToTheTerminal() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("org.ccgledger.standalone..", "org.ccgledger.witness..")
                .and()
                .doNotHaveFullyQualifiedName("org.ccgledger.verifier.CcgVerify")
                .should()
                .accessTargetWhere(targetIs(System.class, "out", "err"))
                .orShould()
                .accessTargetWhere(
                        target(owner(assignableToAny(Throwable.class)))
                                .and(target(name("printStackTrace"))));
    }

    ArchRule noPublicFieldCanBeAssigned() {
        return noFields().that().arePublic().should(beAssignable());
    }

    private static ArchCondition<JavaField> beAssignable() {
        return new ArchCondition<>("be assignable") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                field,
                                !field.getModifiers().contains(JavaModifier.FINAL),
                                field.getDescription()));
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> targetIs(Class<?> owner, String... names) {
        List<String> known = List.of(names);
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + known,
                access ->
                        access.getTargetOwner().isEquivalentTo(owner)
                                && known.contains(access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaClass> assignableToAny(Class<?>... types) {
        return DescribedPredicate.describe(
                "assignable to " + Arrays.toString(types),
                type -> Arrays.stream(types).anyMatch(type::isAssignableTo));
    }

    private static String[] packages(Set<String> names) {
        return names.stream().map(name -> name + "..").toArray(String[]::new);
    }
}
