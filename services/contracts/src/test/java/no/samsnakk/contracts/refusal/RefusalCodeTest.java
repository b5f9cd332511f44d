package no.samsnakk.contracts.refusal;

import static no.samsnakk.contracts.ContractFiles.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R11: the list is the source of the Java type, as it is of the web's. */
class RefusalCodeTest {

  @Test
  void R11_theTypeIsWhatTheListSays() throws IOException {
    if (Boolean.getBoolean("samsnakk.generate")) {
      RefusalCodeSource.generate();
    }

    assertEquals(RefusalCodeSource.write(), Files.readString(RefusalCodeSource.FILE));
  }

  @Test
  void R11_eachConstantSaysItsCodeAndItsStatus() {
    assertEquals(
        json("refusal-codes.json")
            .valueStream()
            .filter(entry -> entry.has("status"))
            .map(entry -> entry.path("code").asText() + " " + entry.path("status").asInt())
            .toList(),
        Stream.of(RefusalCode.values())
            .filter(RefusalCodeTest::isAnswered)
            .map(code -> code.code() + " " + code.status())
            .toList());
  }

  @Test
  void whatOnlyFramesCarryHasNoStatus() {
    assertThrows(IllegalStateException.class, RefusalCode.MESSAGE_EMPTY::status);
  }

  /** The load generator is a client: it knows the codes as clients do, as texts. */
  @Test
  void R11_noServiceWritesACodeAsAText() throws IOException {
    var quoted =
        Stream.of(RefusalCode.values())
            .map(RefusalCode::code)
            .filter(code -> code.contains("-"))
            .map(code -> '"' + code + '"')
            .toList();
    var sources = sources().filter(file -> !file.endsWith("RefusalCode.java")).toList();

    assertTrue(sources.size() > 300, "too few sources: " + sources.size());
    assertEquals(List.of(), sources.stream().filter(it -> hasAny(it, quoted)).toList());
  }

  private static Stream<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    try (var modules = Files.list(Path.of(".."))) {
      for (Path module : modules.filter(it -> !it.endsWith("bench")).toList()) {
        var folder = module.resolve("src/main/java");
        if (Files.isDirectory(folder)) {
          try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
          }
        }
      }
    }
    return all.stream();
  }

  private static boolean hasAny(Path source, List<String> texts) {
    try {
      var code = Files.readString(source);
      return texts.stream().anyMatch(code::contains);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAnswered(RefusalCode code) {
    try {
      return code.status() > 0;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
