package dk.ics.intake.web;

import dk.ics.intake.application.ApplicationField;
import dk.ics.intake.application.ApplicationLimits;
import dk.ics.intake.application.DocumentReader;
import dk.ics.intake.application.ValueRule;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Describes an application in the OpenAPI document, from the same table that it is checked by. */
@Component
class ApplicationSchema implements OpenApiCustomizer {

    private final ApplicationLimits limits;

    ApplicationSchema(ApplicationLimits limits) {
        this.limits = limits;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getInfo().setTitle("ICS Indrejse");
        Schema<?> document = object(DocumentReader.FIELDS)
                .addProperty(
                        "content",
                        new StringSchema()
                                .format("byte")
                                .description("The file as base64, at most %d MB after decoding"
                                        .formatted(limits.maxFile().toMegabytes())))
                .addRequiredItem("content");
        Schema<?> person = object(ApplicationField.OF_PERSON)
                .addProperty("documents", list(reference("ApplicationDocument"), limits.maxDocuments()));
        Schema<?> application = new ObjectSchema()
                .addProperty(
                        "persons",
                        list(reference("ApplicationPerson"), limits.maxPersons())
                                .minItems(1))
                .addRequiredItem("persons")
                .additionalProperties(false)
                .description("One or more persons who move in together; each becomes an own case. In all at most %d MB."
                        .formatted(limits.maxBody().toMegabytes()));
        api.getComponents()
                .addSchemas("Application", application)
                .addSchemas("ApplicationPerson", person)
                .addSchemas("ApplicationDocument", document);
    }

    private static Schema<?> object(List<ApplicationField> fields) {
        Schema<?> object = new ObjectSchema();
        for (ApplicationField field : fields) {
            object.addProperty(field.key(), schema(field.rule()).description(field.description()));
            if (field.required()) {
                object.addRequiredItem(field.key());
            }
        }
        return object.additionalProperties(false);
    }

    private static Schema<?> schema(ValueRule rule) {
        if (rule instanceof ValueRule.Text text) {
            return new StringSchema()
                    .maxLength(text.maxLength())
                    .pattern(text.pattern() == null ? null : "^" + text.pattern() + "$");
        }
        if (rule instanceof ValueRule.Zone) {
            return new StringSchema().maxLength(200);
        }
        if (rule instanceof ValueRule.Code code) {
            return new StringSchema()._enum(code.options().isEmpty() ? null : code.options());
        }
        if (rule instanceof ValueRule.Amount amount) {
            return new NumberSchema().minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(amount.most()));
        }
        if (rule instanceof ValueRule.Rows rows) {
            return list(object(rows.fields()), rows.most());
        }
        return rule instanceof ValueRule.Day ? new DateSchema() : new BooleanSchema();
    }

    private static Schema<?> list(Schema<?> items, int most) {
        return new ArraySchema().items(items).maxItems(most);
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }
}
