package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextPatternTest {

    /// Guilty: its pattern asks for a backslash, its example has none.
    @TextPattern(value = "[1-6]\\\\.[0-9]", example = "3.1")
    record Misfit(String value) {}

    private static List<Class<?>> misfits(List<Class<?>> classes) {
        return patterned(classes).stream()
                .filter(type -> {
                    TextPattern pattern = type.getAnnotation(TextPattern.class);
                    return !Pattern.matches(pattern.value(), pattern.example());
                })
                .toList();
    }

    private static List<Class<?>> patterned(List<Class<?>> classes) {
        return classes.stream().filter(t -> t.isAnnotationPresent(TextPattern.class)).toList();
    }

    @Test
    void every_example_has_the_form_that_it_is_an_example_of() throws IOException {
        List<Class<?>> classes = CompiledClasses.in(CompiledClasses.MAIN);

        assertThat(patterned(classes)).hasSizeGreaterThan(10);
        assertThat(misfits(classes)).isEmpty();
    }

    @Test
    void an_example_of_another_form_is_found() throws IOException {
        assertThat(misfits(CompiledClasses.in(CompiledClasses.TEST))).containsExactly(Misfit.class);
    }
}
