import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** Validates FHIR R4 files. A line for each message: file, severity, place and text, with tabs between them. */
public class Main {
  public static void main(String[] files) throws Exception {
    FhirContext context = FhirContext.forR4();
    IParser strict = context.newJsonParser();
    strict.setParserErrorHandler(new StrictErrorHandler());
    ValidationSupportChain support = new ValidationSupportChain(
        new DefaultProfileValidationSupport(context),
        new CommonCodeSystemsTerminologyService(context),
        new InMemoryTerminologyServerValidationSupport(context),
        new SnapshotGeneratingValidationSupport(context));
    FhirValidator validator = context.newValidator();
    validator.registerValidatorModule(new FhirInstanceValidator(support));
    for (String file : files) {
      String json = Files.readString(Path.of(file));
      try {
        context.newXmlParser().encodeResourceToString(strict.parseResource(json));
      } catch (Exception error) {
        say(file, "ERROR", "", "as resource or as XML: " + error.getMessage());
      }
      for (SingleValidationMessage message : validator.validateWithResult(json).getMessages()) {
        say(file, message.getSeverity().name(), message.getLocationString(), message.getMessage());
      }
    }
  }

  private static void say(String... parts) {
    for (int i = 0; i < parts.length; i++) parts[i] = String.valueOf(parts[i]).replaceAll("\\s", " ");
    System.out.println(String.join("\t", parts));
  }
}
