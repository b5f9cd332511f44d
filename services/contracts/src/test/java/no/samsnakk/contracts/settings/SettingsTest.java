package no.samsnakk.contracts.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.contracts.settings.Mapping.Setting;
import org.junit.jupiter.api.Test;

/** Every setting stands in a documented mapping, and on the page that is written from these. */
class SettingsTest {
  private static final Path SERVICES = Path.of("..");
  private static final Path PAGE = Path.of("../../docs/operations/settings.md");
  private static final Path OWN_SERVERS = Path.of("../../docs/operations/own-servers.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(SAMSNAKK_\\w+)` \\| `([^`]+)`");
  private static final String SHARED = "All services";
  private static final String BEGINNING =
      """
      # Every setting

      What a service can be told, as variables of its environment. Written from the comments in the code by `./mvnw -pl services/contracts test -Dtest=SettingsTest -Dsamsnakk.generate=true`, and compared with them by every test run. What an operator has to decide, and why, is told in [own-servers.md](own-servers.md); the rest may be left as it is. Durations as `30s`, `15m`, `30d`; lists separated by commas.
      """;

  @Test
  void thePageSaysOfEachSettingWhatItsMappingSays() throws IOException {
    var page = page();
    if (Boolean.getBoolean("samsnakk.generate")) {
      Files.writeString(PAGE, page);
    }

    assertEquals(page, Files.readString(PAGE));
  }

  @Test
  void eachSettingIsDescribed() {
    mappings().values().stream()
        .flatMap(List::stream)
        .forEach(
            mapping -> {
              assertTrue(mapping.about().endsWith("."), mapping.toString());
              assertTrue(!mapping.settings().isEmpty(), mapping.toString());
              mapping
                  .settings()
                  .forEach(
                      setting -> assertTrue(setting.about().endsWith("."), setting.variable()));
            });
  }

  @Test
  void whatOperatorsAreToldIsUsualIsWhatTheMappingsSay() throws IOException {
    Map<String, String> usually = new TreeMap<>();
    mappings().values().stream()
        .flatMap(List::stream)
        .flatMap(mapping -> mapping.settings().stream())
        .forEach(setting -> setting.usually().ifPresent(it -> usually.put(setting.variable(), it)));
    var page = Files.readString(OWN_SERVERS);
    var told =
        ROW.matcher(
                page.substring(
                    page.indexOf("They may be left as they are."), page.indexOf("## Secrets")))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));

    told.keySet().retainAll(usually.keySet());
    usually.keySet().retainAll(told.keySet());
    // The gateway counts them, the others do not.
    usually.replace("SAMSNAKK_CONNECTIONS_PER_ADDRESS", "0", "2000");
    assertEquals(usually, new TreeMap<>(told));
  }

  @Test
  void noSettingIsAskedForByItsNameAlone() {
    var asking =
        services()
            .flatMap(service -> javaIn(service.resolve("src/main/java")))
            .filter(source -> textOf(source).contains("@ConfigProperty"))
            .map(Path::toString)
            .toList();

    assertEquals(List.of(), asking);
  }

  private static String page() {
    return BEGINNING
        + mappings().entrySet().stream()
            .map(
                service ->
                    "\n## "
                        + service.getKey()
                        + "\n"
                        + service.getValue().stream()
                            .map(mapping -> section(service.getKey(), mapping))
                            .collect(Collectors.joining()))
            .collect(Collectors.joining());
  }

  private static String section(String service, Mapping mapping) {
    return "\n"
        + mapping.about()
        + "\n\n| variable | usually | what |\n| --- | --- | --- |\n"
        + mapping.settings().stream()
            .map(setting -> row(service, setting))
            .collect(Collectors.joining());
  }

  private static String row(String service, Setting setting) {
    var usually =
        setting
            .usually()
            .or(() -> given(service, setting.variable()))
            .map(it -> "`" + it + "`")
            .orElse(setting.optional() ? "none" : "");
    return "| `%s` | %s | %s |\n".formatted(setting.variable(), usually, setting.about());
  }

  /** What the service's own properties say, but for secrets and what is made of others. */
  private static Optional<String> given(String service, String variable) {
    var file =
        service.equals(SHARED)
            ? "platform/src/main/resources/META-INF/microprofile-config.properties"
            : service.toLowerCase(Locale.ROOT) + "/src/main/resources/application.properties";
    var properties = new Properties();
    if (Files.exists(SERVICES.resolve(file))) {
      try (var reader = Files.newBufferedReader(SERVICES.resolve(file))) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return properties.stringPropertyNames().stream()
        .filter(name -> name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_").equals(variable))
        .map(properties::getProperty)
        .filter(value -> !value.isEmpty() && !value.contains("${"))
        .findFirst();
  }

  /** By what an operator starts, the shared part first. */
  private static Map<String, List<Mapping>> mappings() {
    Map<String, List<Mapping>> all = new TreeMap<>();
    services()
        .forEach(
            service -> {
              var found =
                  javaIn(service.resolve("src/main/java"))
                      .flatMap(source -> Mapping.of(textOf(source)).stream())
                      .filter(mapping -> isOurs(mapping))
                      .toList();
              if (!found.isEmpty()) {
                all.put(title(service.getFileName().toString()), found);
              }
            });
    return all;
  }

  private static boolean isOurs(Mapping mapping) {
    return mapping.settings().stream().allMatch(one -> one.variable().startsWith("SAMSNAKK_"));
  }

  private static String title(String module) {
    return switch (module) {
      case "platform" -> SHARED;
      case "keys" -> "Messaging, its keys";
      default -> module.substring(0, 1).toUpperCase(Locale.ROOT) + module.substring(1);
    };
  }

  private static Stream<Path> services() {
    try (var services = Files.list(SERVICES)) {
      return services.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String textOf(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
