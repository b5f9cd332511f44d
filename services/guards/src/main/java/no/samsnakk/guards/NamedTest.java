package no.samsnakk.guards;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One test.
 *
 * @param file by its path in the repository
 * @param name the method's, or what the web's test is called
 */
record NamedTest(Path file, String name) {

  /** The folder below {@code services} that it is in. */
  String module() {
    return file.getName(1).toString();
  }

  boolean isWeb() {
    return module().equals("web");
  }

  /** The class's name without its package. */
  String className() {
    return file.getFileName().toString().replaceFirst("\\.java$", "");
  }

  /** Whether the file's text holds it. */
  boolean standsIn(String text) {
    return isWeb()
        ? text.contains("test(\"" + name + "\"")
        : Pattern.compile("\\bvoid " + Pattern.quote(name) + "\\(").matcher(text).find();
  }

  @Override
  public String toString() {
    return isWeb() ? file.getFileName() + ": " + name : className() + "." + name;
  }
}
