import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDF files as PDF/A-3b and as PDF/UA-1. Tabs stand between a line's parts. A line for each file and standard:
 * file, "3b" or "ua1", "CHECKED" and in how many places; then one for each fault: file, standard, "ERROR", clause and text.
 */
public class Main {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_3_B, PDFAFlavour.PDFUA_1}) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
          ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
          say(file, flavour.getId(), "CHECKED", String.valueOf(result.getTotalAssertions()));
          for (TestAssertion each : result.getTestAssertions()) {
            if (each.getStatus() != TestAssertion.Status.FAILED) continue;
            say(file, flavour.getId(), "ERROR", each.getRuleId().getClause() + " " + each.getMessage());
          }
        }
      }
    }
  }

  private static void say(String... parts) {
    for (int i = 0; i < parts.length; i++) parts[i] = parts[i].replaceAll("\\s", " ");
    System.out.println(String.join("\t", parts));
  }
}
