package no.samsnakk.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code deploy/postgres/roles.sql}, written for psql, read without it.
 *
 * @param variables psql's variable to the environment's
 * @param statements the file without psql's own commands
 */
public record RolesScript(Map<String, String> variables, String statements) {
  private static final Pattern GETENV = Pattern.compile("\\\\getenv (\\w+) (\\w+)");
  private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'");

  public static RolesScript read(Path file) {
    try {
      return parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RolesScript parse(List<String> lines) {
    Map<String, String> variables = new LinkedHashMap<>();
    lines.stream()
        .map(GETENV::matcher)
        .filter(Matcher::matches)
        .forEach(line -> variables.put(line.group(1), line.group(2)));
    String statements =
        lines.stream().filter(line -> !line.startsWith("\\")).collect(Collectors.joining("\n"));
    return new RolesScript(variables, statements);
  }

  /** The environment variables that hold the passwords. */
  public Set<String> passwords() {
    return Set.copyOf(variables.values());
  }

  /** The statements, with the passwords in their places. */
  public String with(Map<String, String> environment) {
    return VARIABLE
        .matcher(statements)
        .replaceAll(place -> Matcher.quoteReplacement(literal(place.group(1), environment)));
  }

  private String literal(String variable, Map<String, String> environment) {
    String value = environment.get(variables.getOrDefault(variable, ""));
    if (value == null) {
      throw new IllegalArgumentException("no value for :'" + variable + "' of roles.sql");
    }
    return "'" + value.replace("'", "''") + "'";
  }
}
