package no.samsnakk.contracts;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages on paper are held to what they point at: a link that leads nowhere fails the build, and
 * so does one that names a class, a method or a column which is not in the file behind it.
 */
class DocsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path README = Path.of("README.md");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)]\\(([^()\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?)\\s*$");
  private static final Pattern NAME = Pattern.compile("`[\\w.]+`");

  /**
   * {@code [text](target#anchor)}, as it stands in a page.
   *
   * @param page by its path in the repository, like everything here
   */
  private record Link(Path page, String text, String target, String anchor) {
    static Link of(Path page, String text, String address) {
      int hash = address.indexOf('#');
      return hash < 0
          ? new Link(page, text, address, "")
          : new Link(page, text, address.substring(0, hash), address.substring(hash + 1));
    }

    Path file() {
      return target.isEmpty() ? page : page.resolveSibling(target).normalize();
    }

    String complaint(String what) {
      return "[%s](%s) %s".formatted(text, anchor.isEmpty() ? target : target + "#" + anchor, what);
    }
  }

  static List<Path> pages() {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> pages = new ArrayList<>(List.of(README));
      docs.filter(DocsTest::isPage).map(ROOT::relativize).sorted().forEach(pages::add);
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkOfAPageLeadsToWhatItNames(Path page) {
    assertEquals(List.of(), complaints(page, read(page)));
  }

  @Test
  void everyPageIsLinkedFromAnother() {
    Set<Path> linked =
        pages().stream()
            .flatMap(page -> links(page, read(page)).filter(link -> !link.file().equals(page)))
            .map(Link::file)
            .collect(toSet());

    var alone = pages().stream().filter(page -> !linked.contains(page)).toList();

    assertEquals(List.of(), alone.stream().filter(page -> !page.equals(README)).toList());
  }

  /** Together with the links that lead somewhere: the pages show exactly what there is. */
  @Test
  void everyPictureIsShownOnAPage() throws IOException {
    Set<Path> shown =
        pages().stream().flatMap(page -> links(page, read(page))).map(Link::file).collect(toSet());

    try (Stream<Path> images = Files.walk(ROOT.resolve("docs/images"))) {
      var unseen =
          images
              .filter(Files::isRegularFile)
              .map(ROOT::relativize)
              .filter(it -> !shown.contains(it));

      assertEquals(List.of(), unseen.sorted().toList());
    }
  }

  /** A row of docs/taps.md that nobody counts would say what nobody has seen. */
  @Test
  void everyJobWhoseTapsAreToldIsCountedWhereThePageSays() {
    var page = Path.of("docs/taps.md");
    var rows =
        Pattern.compile(
                "(?m)^\\| ([^|]+) \\| \\d+ \\| \\d+ \\| \\[`\\w+`]\\(\\.\\./([^)]+)\\) \\|$")
            .matcher(read(page));

    var told = rows.results().toList();

    assertEquals(17, told.size());
    for (var row : told) {
      assertTrue(
          read(Path.of(row.group(2))).contains("TapsTold.are(\"" + row.group(1) + "\""),
          row.group(1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[nowhere](docs/nowhere.md)",
        "![nowhere](docs/images/nowhere.png)",
        "[a folder](docs)",
        "[no such heading](docs/glossary.md#nowhere)",
        "[no such heading here](#nowhere)",
        "[a line of code](pom.xml#L1)",
        "[out of here](../elsewhere.md)",
        "[out of here](/README.md)",
        "[`Nowhere`](docs/glossary.md)",
        "[`Glossary.nowhere`](docs/glossary.md)"
      })
  void aLinkThatLeadsNowhereIsFound(String written) {
    assertEquals(1, complaints(README, written).size());
  }

  private static List<String> complaints(Path page, String written) {
    return links(page, written).flatMap(DocsTest::complaintsAbout).toList();
  }

  private static Stream<Link> links(Path page, String written) {
    return LINK.matcher(FENCED.matcher(written).replaceAll(""))
        .results()
        .filter(found -> !ELSEWHERE.matcher(found.group(2)).matches())
        .map(found -> Link.of(page, found.group(1), found.group(2)));
  }

  private static Stream<String> complaintsAbout(Link link) {
    var file = link.file();
    if (file.isAbsolute() || file.startsWith("..") || !Files.isRegularFile(ROOT.resolve(file))) {
      return Stream.of(link.complaint("leads to no file of ours"));
    }
    if (!link.anchor().isEmpty() && !anchors(file).contains(link.anchor())) {
      return Stream.of(link.complaint("leads to no heading"));
    }
    return names(link)
        .filter(name -> !isIn(file, name))
        .map(name -> link.complaint("names %s, which is not there".formatted(name)))
        .limit(1);
  }

  /** {@code `Class.method`} as the text of a link names both. */
  private static Stream<String> names(Link link) {
    return NAME.matcher(link.text()).matches()
        ? Stream.of(link.text().replace("`", "").split("\\.", -1))
        : Stream.empty();
  }

  private static boolean isIn(Path file, String name) {
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
        .matcher(file.getFileName() + "\n" + read(file))
        .find();
  }

  /** Where a page can be entered: its headings as GitHub writes them; nowhere, if it is no page. */
  private static Set<String> anchors(Path file) {
    Set<String> anchors = new HashSet<>();
    if (isPage(file)) {
      HEADING
          .matcher(FENCED.matcher(read(file)).replaceAll(""))
          .results()
          .map(heading -> anchor(heading.group(1)))
          .forEach(anchor -> anchors.add(unused(anchor, anchors)));
    }
    return anchors;
  }

  private static String anchor(String heading) {
    return LINK.matcher(heading)
        .replaceAll("$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
        .replace(' ', '-');
  }

  private static String unused(String anchor, Set<String> used) {
    return Stream.iterate(0, n -> n + 1)
        .map(n -> n == 0 ? anchor : anchor + "-" + n)
        .filter(candidate -> !used.contains(candidate))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md");
  }

  private static String read(Path file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
