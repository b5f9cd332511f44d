package no.samsnakk.contracts;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operator's page of versions tells what is built, or the build fails. */
class VersionsTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern VERSION =
      Pattern.compile("<([\\w.-]+)\\.version>([^<$]+)</\\1\\.version>");
  private static final Pattern MAVEN = Pattern.compile("apache-maven-([\\d.]+)-bin\\.zip");

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  private static List<String> missing(String page, Stream<Map.Entry<String, String>> versions) {
    return versions
        .filter(named -> !stands(page, named.getValue()))
        .map(named -> named.getKey() + " " + named.getValue())
        .toList();
  }

  /** By itself, not as a part of another number. */
  private static boolean stands(String page, String version) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(version) + "(?![\\w]|\\.\\d)")
        .matcher(page)
        .find();
  }

  @Test
  void everyVersionOfTheBuildStandsOnThePage() throws IOException {
    var pinned =
        VERSION.matcher(read("pom.xml")).results().map(it -> Map.entry(it.group(1), it.group(2)));

    assertEquals(List.of(), missing(read("docs/operations/versions.md"), pinned));
  }

  @Test
  void everyPackageThatGoesIntoTheBrowserStandsOnThePage() throws IOException {
    var page = read("docs/operations/versions.md");
    var packages =
        Json.MAPPER.readTree(read("services/web/package.json")).path("dependencies").properties();

    assertTrue(packages.size() > 5);
    assertEquals(
        List.of(),
        missing(page, packages.stream().map(it -> Map.entry(it.getKey(), it.getValue().asText()))));
    assertEquals(
        "",
        packages.stream()
            .map(Map.Entry::getKey)
            .filter(it -> !page.contains(it))
            .collect(joining()));
  }

  @Test
  void mavenIsCheckedByItsChecksumAndStandsOnThePage() throws IOException {
    var wrapper = read(".mvn/wrapper/maven-wrapper.properties");
    var maven = MAVEN.matcher(wrapper);

    assertTrue(maven.find());
    assertTrue(stands(read("docs/operations/versions.md"), maven.group(1)));
    assertTrue(Pattern.compile("(?m)^distributionSha256Sum=[0-9a-f]{64}$").matcher(wrapper).find());
  }
}
