package org.ccgledger.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// How events, metadata and commands are written as JSON: UTF-8, ISO dates, decimals as strings,
/// absent for null.
///
/// Facts and personal parts are told apart while an event is written: a [PersonalText] leaves its
/// subject in the fact and its text in a part of its own, under the pointer at which it stood.
public final class EventJson {

    private static final String PARTS = "personal parts";

    /// The mapper for everything of ours that is stored or sent. Bodies are bounded: depth 32, text
    /// 100,000 characters.
    public static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(32)
                                                    .maxStringLength(100_000)
                                                    .maxNumberLength(40)
                                                    .maxNameLength(200)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                                    .build())
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .withConfigOverride(
                            java.math.BigDecimal.class,
                            decimal ->
                                    decimal.setFormat(
                                            com.fasterxml.jackson.annotation.JsonFormat.Value
                                                    .forShape(
                                                            com.fasterxml.jackson.annotation
                                                                    .JsonFormat.Shape.STRING)))
                    .withCoercionConfig(
                            java.math.BigDecimal.class,
                            decimal ->
                                    decimal.setCoercion(
                                            CoercionInputShape.String, CoercionAction.TryConvert))
                    .addModule(
                            new SimpleModule("personal")
                                    .addSerializer(new PersonalTextSerializer()))
                    .build();

    private static final ClassValue<Boolean> MAY_HOLD_PERSONAL =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> kind) {
                    return mayHoldPersonal(kind);
                }
            };

    private EventJson() {}

    /// A text about a person, taken out of the record in which it stood.
    ///
    /// @param field JSON pointer to where it stood
    public record PersonalPart(String field, PersonId subject, String text) {}

    /// A record as bytes, with its personal parts beside it.
    public record Written(byte[] fact, List<PersonalPart> personal) {}

    public static Written write(Object value) {
        List<PersonalPart> parts = new ArrayList<>();
        byte[] fact = MAPPER.writer().withAttribute(PARTS, parts).writeValueAsBytes(value);
        return new Written(fact, List.copyOf(parts));
    }

    /// The personal parts of a record; it is not written for them if its kind has no place for any.
    public static List<PersonalPart> personal(Object value) {
        return MAY_HOLD_PERSONAL.get(value.getClass()) ? write(value).personal() : List.of();
    }

    /// Nothing is personal in the scalars of the JDK and in enums. Whatever is neither one of them
    /// nor a record nor a list could be anything.
    private static boolean mayHoldPersonal(Type type) {
        return switch (type) {
            case ParameterizedType list when list.getRawType() == List.class ->
                    mayHoldPersonal(list.getActualTypeArguments()[0]);
            case Class<?> kind when kind == PersonalText.class -> true;
            case Class<?> kind when kind.isRecord() ->
                    Arrays.stream(kind.getRecordComponents())
                            .anyMatch(component -> mayHoldPersonal(component.getGenericType()));
            case Class<?> kind when kind.isPrimitive() || kind.isEnum() -> false;
            case Class<?> kind ->
                    !(kind.getName().startsWith("java.")
                            && Comparable.class.isAssignableFrom(kind));
            default -> true;
        };
    }

    /// The fact alone, without the text of its personal parts.
    public static byte[] fact(Object value) {
        return write(value).fact();
    }

    public static CcgEvent read(String name, int version, byte[] fact) {
        return EventTypes.READER.read(name, version, fact);
    }

    private static final class PersonalTextSerializer extends StdSerializer<PersonalText> {

        PersonalTextSerializer() {
            super(PersonalText.class);
        }

        @Override
        public void serialize(
                PersonalText value, JsonGenerator json, SerializationContext context) {
            String field = json.streamWriteContext().pathAsPointer().toString();
            json.writeStartObject();
            json.writeStringProperty("subject", value.subject().value());
            json.writeEndObject();
            List<PersonalPart> parts = partsOf(context);
            if (value.text() != null && parts != null) {
                parts.add(new PersonalPart(field, value.subject(), value.text()));
            }
        }

        @SuppressWarnings("unchecked")
        private static @Nullable List<PersonalPart> partsOf(SerializationContext context) {
            return (List<PersonalPart>) context.getAttribute(PARTS);
        }
    }
}
