package no.samsnakk.gateway.entrance;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Paths that mean the same to everybody who reads them. Path rules have been got round by encoded
 * slashes, dots and double slashes, which one server decodes and the next does not. Nothing of ours
 * has such a path, so they are not normalised but not there.
 */
final class PlainPath {
  private static final Pattern PLAIN = Pattern.compile("/|(/[A-Za-z0-9_~@-][A-Za-z0-9._~@-]*)+/?");

  private PlainPath() {}

  /** Nothing encoded, no segment that is empty or starts with a dot, no parameters. */
  static boolean is(@Nullable String path) {
    return path != null && path.length() <= 512 && PLAIN.matcher(path).matches();
  }
}
