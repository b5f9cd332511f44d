package no.samsnakk.gateway.signin;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a person may be sent after a login: a path of ours, whoever wrote the link. */
final class LocalPath {
  static final String HOME = "/";

  /**
   * One slash and then plain characters, or an encoded one that is no slash, backslash, dot or
   * control character: browsers read {@code //}, {@code /\} and a tab between slashes as another
   * host.
   */
  private static final Pattern PLAIN =
      Pattern.compile(
          "/(?![/\\\\])(?:[A-Za-z0-9/._~@=&?+:,-]|%(?!2[EeFf]|5[Cc]|[01]|7[Ff])\\p{XDigit}{2})*");

  private static final int LONGEST = 512;

  private LocalPath() {}

  /** The path if it is one of our screens, or else the start page. */
  static String of(@Nullable String asked) {
    return asked != null && asked.length() <= LONGEST && isLocal(asked) ? asked : HOME;
  }

  /** The same path, telling the screen how the login ended. */
  static String telling(String path, String outcome) {
    return path + (path.contains("?") ? "&" : "?") + "signin=" + outcome;
  }

  private static boolean isLocal(String asked) {
    return PLAIN.matcher(asked).matches()
        && !asked.contains("//")
        && !asked.startsWith("/auth/")
        && staysHere(asked);
  }

  /** A second opinion, by the rules of URLs instead of our own. */
  private static boolean staysHere(String asked) {
    var here = URI.create("https://here.invalid/");
    return "here.invalid".equals(here.resolve(asked).getAuthority());
  }
}
