package no.samsnakk.contracts.refusal;

import static no.samsnakk.contracts.ContractFiles.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@link RefusalCode} from {@code refusal-codes.json}, as the formatter leaves it. */
final class RefusalCodeSource {
  static final Path FILE = Path.of("src/main/java/no/samsnakk/contracts/refusal/RefusalCode.java");

  private static final int WIDTH = 100;
  private static final String FRAME =
      """
      package no.samsnakk.contracts.refusal;

      /**
       * Why something is refused. Generated from {@code refusal-codes.json}, do not edit: {@code ./mvnw
       * -pl services/contracts test -Dtest=RefusalCodeTest -Dsamsnakk.generate=true}.
       */
      public enum RefusalCode {
      %s;

        private final String code;
        private final int status;

        RefusalCode(String code, int status) {
          this.code = code;
          this.status = status;
        }

        /** Stable, in kebab case; the web translates it. */
        public String code() {
          return code;
        }

        /**
         * The HTTP status that it travels under by itself.
         *
         * @throws IllegalStateException of a code that only frames carry
         */
        public int status() {
          if (status == 0) {
            throw new IllegalStateException("Only frames carry " + code);
          }
          return status;
        }
      }
      """;

  private RefusalCodeSource() {}

  static String write() {
    return FRAME.formatted(
        json("refusal-codes.json")
            .valueStream()
            .map(RefusalCodeSource::constant)
            .collect(Collectors.joining(",\n\n")));
  }

  static void generate() throws IOException {
    Files.writeString(FILE, write());
  }

  static String nameOf(String code) {
    return code.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static String constant(JsonNode entry) {
    var code = entry.path("code").asText();
    return "%s\n  %s(\"%s\", %d)"
        .formatted(
            comment(entry.path("meaning").asText()),
            nameOf(code),
            code,
            entry.path("status").asInt());
  }

  private static String comment(String meaning) {
    var line = "  /** " + meaning + " */";
    if (line.length() <= WIDTH) {
      return line;
    }
    var lines = new StringBuilder("  /**");
    int column = WIDTH;
    for (var word : meaning.split(" ")) {
      if (column + 1 + word.length() > WIDTH) {
        lines.append("\n   * ").append(word);
        column = "   * ".length() + word.length();
      } else {
        lines.append(' ').append(word);
        column += 1 + word.length();
      }
    }
    return lines.append("\n   */").toString();
  }
}
