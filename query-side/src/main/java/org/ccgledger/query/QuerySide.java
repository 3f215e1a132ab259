package org.ccgledger.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// The query side as a whole, to be imported by a process that gives it the beans that it needs: a
/// `Ledger`, a `LedgerEventStore`, the `Serializer` named `eventSerializer` and the `DataSource`
/// named `queryDatabase`.
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class QuerySide {}
