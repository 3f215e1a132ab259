package org.ccgledger.ledger.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/// Axon's own objects as JSON: tokens, metadata, dead letters.
public final class AxonJson {

    private AxonJson() {}

    /// A replay token carries an object of any type, which Jackson refuses to read unless the type
    /// is allowed here.
    public static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper ->
                        mapper.changeDefaultVisibility(fields ->
                                        fields.withFieldVisibility(JsonAutoDetect.Visibility.ANY))
                                .polymorphicTypeValidator(
                                        BasicPolymorphicTypeValidator.builder()
                                                .allowIfSubType("org.axonframework.")
                                                .allowIfSubType("java.lang.")
                                                .allowIfSubType("java.util.")
                                                .build()))
                .build();
    }
}
