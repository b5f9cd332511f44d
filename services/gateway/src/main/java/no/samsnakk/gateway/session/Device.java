package no.samsnakk.gateway.session;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person knows one of her devices by: "Firefox on Android". No version, no model and no
 * address: what is not kept can tell nobody anything.
 */
public record Device(Browser browser, OperatingSystem system) {
  private static final Device UNKNOWN = new Device(Browser.OTHER, OperatingSystem.OTHER);

  /** Most claim to be others too, so those who say it of themselves alone come first. */
  public enum Browser {
    EDGE("Edg/", "EdgA/", "EdgiOS/"),
    OPERA("OPR/", "OPT/"),
    SAMSUNG("SamsungBrowser/"),
    FIREFOX("Firefox/", "FxiOS/"),
    CHROME("Chrome/", "CriOS/", "Chromium/"),
    SAFARI("Safari/"),
    OTHER;

    private final List<String> marks;

    Browser(String... marks) {
      this.marks = List.of(marks);
    }
  }

  /** Likewise: an Android says Linux, and an iPhone says Mac OS. */
  public enum OperatingSystem {
    IPHONE("iPhone"),
    IPAD("iPad"),
    ANDROID("Android"),
    WINDOWS("Windows"),
    MAC("Macintosh"),
    LINUX("Linux", "X11"),
    OTHER;

    private final List<String> marks;

    OperatingSystem(String... marks) {
      this.marks = List.of(marks);
    }
  }

  /** As a browser's {@code User-Agent} describes it; a script may write there what it likes. */
  public static Device of(@Nullable String userAgent) {
    if (userAgent == null) {
      return UNKNOWN;
    }
    return new Device(
        Arrays.stream(Browser.values())
            .filter(it -> it.marks.stream().anyMatch(userAgent::contains))
            .findFirst()
            .orElse(Browser.OTHER),
        Arrays.stream(OperatingSystem.values())
            .filter(it -> it.marks.stream().anyMatch(userAgent::contains))
            .findFirst()
            .orElse(OperatingSystem.OTHER));
  }

  /** As it was stored, perhaps by a newer instance. */
  static Device stored(String browser, String system) {
    return new Device(
        Arrays.stream(Browser.values())
            .filter(it -> it.name().equals(browser))
            .findFirst()
            .orElse(Browser.OTHER),
        Arrays.stream(OperatingSystem.values())
            .filter(it -> it.name().equals(system))
            .findFirst()
            .orElse(OperatingSystem.OTHER));
  }
}
