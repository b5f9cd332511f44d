package no.samsnakk.gateway.webapp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a browser says that it can decode, and how much it likes it (RFC 9110, section 12.5.3). */
record AcceptedCodings(Map<String, Double> weights) {
  private static final String ANY_OTHER = "*";

  /** Plain bytes are taken by everybody who does not say otherwise, and liked least. */
  private static final double UNSAID_PLAIN = 0.0001;

  /** Reads the header's lines; what cannot be read is not accepted. */
  static AcceptedCodings of(List<String> lines) {
    Map<String, Double> weights = new HashMap<>();
    lines.stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(each -> each.split(";"))
        .filter(each -> each.length > 0)
        .forEach(each -> weights.put(each[0].strip().toLowerCase(Locale.ROOT), weight(each)));
    return new AcceptedCodings(weights);
  }

  /** From 0, not at all, to 1. */
  double weightOf(Coding coding) {
    var others =
        weights.getOrDefault(ANY_OTHER, coding.equals(Coding.IDENTITY) ? UNSAID_PLAIN : 0.0);
    return weights.getOrDefault(coding.token(), others);
  }

  private static double weight(String[] coding) {
    for (int i = 1; i < coding.length; i++) {
      var parameter = coding[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        return number(parameter.substring(2).strip());
      }
    }
    return 1;
  }

  private static double number(String text) {
    return text.matches("[01](\\.\\d{0,3})?") ? Math.min(1, Double.parseDouble(text)) : 0;
  }
}
