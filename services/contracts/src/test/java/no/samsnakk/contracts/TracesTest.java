package no.samsnakk.contracts;

import static no.samsnakk.contracts.ContractFiles.files;
import static no.samsnakk.contracts.ContractFiles.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.AuditAction;
import org.junit.jupiter.api.Test;

/** R6: of each thing that can be done {@code docs/traces.md} says what it leaves in the log. */
class TracesTest {
  private static final Path PAGE = Path.of("../../docs/traces.md");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final Pattern COMMAND =
      Pattern.compile("\\.(get|put|post|delete|patch)\\(\"(/operator/[^\"]+)\"\\)");

  @Test
  void R6_everyOperationOfEveryServiceStandsOnThePage() throws IOException {
    var operations = files("openapi").stream().flatMap(TracesTest::operations);

    assertEquals(List.of(), missing(operations));
  }

  @Test
  void R6_everyFrameThatABrowserSendsStandsOnThePage() throws IOException {
    var frames = files("schema/frame/client").stream().map(file -> file.replace(".json", ""));

    assertEquals(List.of(), missing(frames));
  }

  @Test
  void R6_everyCommandOfAnOperatorStandsOnThePage() throws IOException {
    assertEquals(List.of(), missing(commands().stream()));
  }

  @Test
  void R6_everyKindOfEntryStandsOnThePage() throws IOException {
    assertEquals(List.of(), missing(Stream.of(AuditAction.values()).map(Enum::name)));
  }

  private static Stream<String> operations(String file) {
    return json("openapi/" + file)
        .path("paths")
        .propertyStream()
        .flatMap(
            path ->
                path.getValue()
                    .propertyStream()
                    .map(operation -> operation.getKey())
                    .filter(METHODS::contains)
                    .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
  }

  private static List<String> commands() {
    var found =
        Sources.all().stream()
            .flatMap(source -> COMMAND.matcher(source.text()).results())
            .map(command -> command.group(1).toUpperCase(Locale.ROOT) + " " + command.group(2))
            .toList();
    assertFalse(found.isEmpty());
    return found;
  }

  private static List<String> missing(Stream<String> wanted) throws IOException {
    var page = Files.readString(PAGE);
    return wanted.filter(one -> !page.contains("`" + one + "`")).toList();
  }
}
