package org.ccgledger.query;

import org.ccgledger.access.AccessSecurity;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/// The query side as a whole, to be imported by a process that gives it the beans that it needs: a
/// `Ledger`, an `EventReader`, a `LedgerEventStore`, the `Serializer` named `eventSerializer` and
/// the `DataSource` named `queryDatabase`.
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import(AccessSecurity.class)
public class QuerySide {}
