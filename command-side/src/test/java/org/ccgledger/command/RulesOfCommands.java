package org.ccgledger.command;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Folded;
import org.ccgledger.command.decision.Refusal;

/// Which rules can refuse a command: those whose refusals are made by what decides on it, or by
/// what that calls.
final class RulesOfCommands {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of("target/classes"));

    private RulesOfCommands() {}

    static NavigableSet<Class<?>> of(Class<? extends Command> command) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        Stream.concat(unitsOf(CLASSES.get(Folded.class)), declarations(command))
                .filter(seen::add)
                .forEach(open::add);
        while (!open.isEmpty()) {
            calledBy(open.remove())
                    .filter(unit -> !isAboutAnother(unit, command))
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return seen.stream()
                .filter(JavaConstructor.class::isInstance)
                .map(JavaCodeUnit::getOwner)
                .filter(owner -> owner.isAssignableTo(Refusal.class) && owner.isRecord())
                .map(JavaClass::reflect)
                .collect(
                        toCollection(() ->
                                new TreeSet<>(
                                        Comparator.<Class<?>, String>comparing(Refusal::codeOf)
                                                .thenComparing(Class::getName))));
    }

    /// Where the capability's decider is declared.
    private static Stream<JavaCodeUnit> declarations(Class<? extends Command> command) {
        return CLASSES.stream()
                .filter(owner -> owner.getPackageName().equals(command.getPackageName()))
                .filter(owner ->
                        owner.getFields().stream()
                                .anyMatch(
                                        field -> field.getRawType().isEquivalentTo(Decider.class)))
                .flatMap(owner -> owner.getStaticInitializer().stream());
    }

    /// Whether only other commands get there.
    private static boolean isAboutAnother(JavaCodeUnit unit, Class<? extends Command> command) {
        return unit.getRawParameterTypes().stream()
                .anyMatch(type -> isCommand(type) && !type.isAssignableFrom(command));
    }

    private static boolean isCommand(JavaClass type) {
        return type.isAssignableTo(Command.class);
    }

    private static Stream<JavaCodeUnit> calledBy(JavaCodeUnit unit) {
        return unit.getAccessesFromSelf().stream()
                .filter(JavaCodeUnitAccess.class::isInstance)
                .map(access -> (AccessTarget.CodeUnitAccessTarget) access.getTarget())
                .flatMap(RulesOfCommands::targets);
    }

    /// What is called, and what may stand in its place in a class below.
    private static Stream<JavaCodeUnit> targets(AccessTarget.CodeUnitAccessTarget target) {
        return Stream.concat(
                        target.resolveMember().stream(),
                        target.getOwner().getAllSubclasses().stream()
                                .flatMap(below ->
                                        unitsOf(below)
                                                .filter(unit ->
                                                        unit.getName().equals(target.getName())
                                                                && !(unit
                                                                        instanceof JavaConstructor)
                                                                && unit.getRawParameterTypes()
                                                                                .size()
                                                                        == target.getRawParameterTypes()
                                                                                .size())))
                .filter(unit -> CLASSES.contain(unit.getOwner().getName()))
                .map(JavaCodeUnit.class::cast);
    }

    private static Stream<JavaCodeUnit> unitsOf(JavaClass owner) {
        return owner.getCodeUnits().stream();
    }
}
