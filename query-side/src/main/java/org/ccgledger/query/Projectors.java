package org.ccgledger.query;

import java.util.List;
import org.ccgledger.ledger.ReadableLedger;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.sentences.NamesInLedger;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/// The projectors of all read models, for those who run nothing else of the query side.
public final class Projectors {

    private Projectors() {}

    /// Makes them, to write to a database.
    public static List<Projector> on(QueryDatabase database, ReadableLedger ledger) {
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext()) {
            context.getBeanFactory().registerSingleton("database", database);
            context.getBeanFactory().registerSingleton("ledger", ledger);
            ClassPathBeanDefinitionScanner scanner =
                    new ClassPathBeanDefinitionScanner(context, false);
            scanner.setBeanNameGenerator(new FullyQualifiedAnnotationBeanNameGenerator());
            scanner.addIncludeFilter(new AssignableTypeFilter(Projector.class));
            scanner.addIncludeFilter(new AssignableTypeFilter(NamesInLedger.class));
            scanner.addExcludeFilter((type, _) ->
                    !type.getAnnotationMetadata().hasAnnotation(Component.class.getName()));
            scanner.scan(Projectors.class.getPackageName());
            context.refresh();
            return List.copyOf(context.getBeansOfType(Projector.class).values());
        }
    }
}
