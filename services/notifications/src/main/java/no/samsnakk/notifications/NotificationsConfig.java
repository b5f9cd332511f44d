package no.samsnakk.notifications;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What an operator can decide. */
@ConfigMapping(prefix = "samsnakk.notifications")
public interface NotificationsConfig {
  /** How long something may stay unread before its reader is woken. */
  @WithDefault("10s")
  Duration delay();

  /** How often an instance looks for what is due. */
  @WithDefault("1s")
  Duration lookEvery();

  /** The address that e-mail comes from. */
  @WithDefault("ikke-svar@samsnakk.example")
  String from();

  /** Where a push service reaches those who run this: {@code mailto:} or {@code https:}. */
  @WithDefault("mailto:drift@samsnakk.example")
  String contact();

  /**
   * Where push messages may be sent: a host, {@code *.} and a domain for everything under it, or a
   * whole origin such as {@code http://localhost:4000} (for tests). Only the browsers' own push
   * services belong here: whatever else stands here is somewhere that anybody can make us call.
   */
  @WithDefault(
      "fcm.googleapis.com,updates.push.services.mozilla.com,web.push.apple.com,*.notify.windows.com")
  List<String> pushHosts();

  /** How many letters, and how many pushes, may be on their way at once from an instance. */
  @WithDefault("8")
  int atOnce();

  /** How failures are repeated. */
  Retry retry();

  /** After a failure the next attempt waits {@code first}, then twice that, and so on. */
  interface Retry {
    /** The first pause. */
    @WithDefault("30s")
    Duration first();

    /** No pause is longer. */
    @WithDefault("1h")
    Duration longest();

    /** After this many attempts it is given up, and counted. */
    @WithDefault("8")
    int attempts();

    /** What has reached nobody rests this long and is planned anew, then twice that, and so on. */
    @WithDefault("1h")
    Duration rest();

    /** No rest is longer. */
    @WithDefault("24h")
    Duration longestRest();

    /** What is for no reason that lasts is given up for good after this many rests. */
    @WithDefault("14")
    int rests();
  }
}
