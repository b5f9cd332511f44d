package no.samsnakk.contracts.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A {@code @ConfigMapping}, read from its source: what it is for, and its settings.
 *
 * @param about the first sentence of its comment
 */
record Mapping(String about, List<Setting> settings) {

  /**
   * One setting.
   *
   * @param about its comment, of which nothing is left out
   */
  record Setting(String variable, Optional<String> usually, boolean optional, String about) {}

  private static final Pattern PREFIX =
      Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile(
          "(?:/\\*\\*(?<comment>(?:(?!\\*/).)*?)\\*/\\s*)?(?<notes>(?:@\\w+(?:\\((?:[^()\"]|\"[^\"]*\")*\\))?\\s*)*)"
              + "(?:(?<nested>interface \\w+ \\{)|(?<type>[\\w<>.]+) (?<name>\\w+)\\(\\);|(?<end>\\}))",
          Pattern.DOTALL);
  private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\\s*\"([^\"]*)\"\\s*\\)");
  private static final Pattern GROUP = Pattern.compile("(?:Optional<)?(\\w+)>?");

  /** Reads one; nothing where the source has none. */
  static Optional<Mapping> of(String source) {
    var prefix = PREFIX.matcher(source);
    if (!prefix.find()) {
      return Optional.empty();
    }
    var about = COMMENT.matcher(source.substring(0, prefix.start())).results().toList();
    var body = source.substring(source.indexOf('{', prefix.end()) + 1);
    var reader = new Reader();
    reader.read(body);
    return Optional.of(
        new Mapping(
            about.isEmpty() ? "" : words(about.getLast().group(1)),
            reader.settings("", prefix.group(1)).toList()));
  }

  static String words(String comment) {
    return comment
        .replaceAll("\\s*\\n\\s*\\*", " ")
        .replaceAll("\\s+", " ")
        .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
        .strip();
  }

  /** Finds the interfaces in a source, one inside the other, and what each asks for. */
  private static final class Reader {
    private final Map<String, List<Part>> parts = new HashMap<>();

    private record Part(String type, String name, String notes, String about) {}

    private void read(String body) {
      var within = new ArrayList<>(List.of(""));
      var found = PART.matcher(body);
      while (!within.isEmpty() && found.find()) {
        if (found.group("nested") != null) {
          within.addLast(found.group("nested").split(" ")[1]);
        } else if (found.group("end") != null) {
          within.removeLast();
        } else {
          parts
              .computeIfAbsent(within.getLast(), name -> new ArrayList<>())
              .add(
                  new Part(
                      found.group("type"),
                      found.group("name"),
                      found.group("notes"),
                      words(Optional.ofNullable(found.group("comment")).orElse(""))));
        }
      }
    }

    private Stream<Setting> settings(String group, String prefix) {
      return parts.getOrDefault(group, List.of()).stream().flatMap(part -> of(part, prefix));
    }

    private Stream<Setting> of(Part part, String prefix) {
      var property =
          part.notes().contains("@WithParentName") ? prefix : prefix + "." + kebab(part.name());
      var group = GROUP.matcher(part.type());
      if (group.matches() && parts.containsKey(group.group(1))) {
        return settings(group.group(1), property);
      }
      var usually = DEFAULT.matcher(part.notes());
      return Stream.of(
          new Setting(
              property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"),
              usually.find() ? Optional.of(usually.group(1)) : Optional.empty(),
              part.type().startsWith("Optional<"),
              part.about()));
    }

    private static String kebab(String name) {
      return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
  }
}
