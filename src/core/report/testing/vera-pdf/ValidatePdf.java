import java.io.FileInputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * ValidatePdf FLAVOUR FILE...: a line for each file, "ok" or "broken" and in how many checks, and below it each rule that it
 * breaks. Flavours are veraPDF's: 3b is PDF/A-3b, ua1 is PDF/UA-1.
 */
class ValidatePdf {
  public static void main(String[] args) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.fromString(args[0]);
    for (int index = 1; index < args.length; index += 1) {
      try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(args[index]), flavour)) {
        ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
        System.out.println((result.isCompliant() ? "ok " : "broken ") + result.getTotalAssertions());
        TreeSet<String> broken = new TreeSet<>();
        for (TestAssertion each : result.getTestAssertions()) {
          if (each.getStatus() != TestAssertion.Status.FAILED) continue;
          broken.add(each.getRuleId().getClause() + " " + each.getMessage().replace('\n', ' '));
        }
        broken.forEach(System.out::println);
      }
    }
  }
}
