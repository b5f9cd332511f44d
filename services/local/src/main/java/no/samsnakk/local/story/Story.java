package no.samsnakk.local.story;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.function.Supplier;
import no.samsnakk.local.directory.Directory;

/**
 * The story, told once. One that died in the middle is gone on with, by the ids that it began with.
 *
 * @param bookmark where it stands
 * @param app where the gateway answers
 * @param client whom the people's browsers believe
 */
public record Story(
    Bookmark bookmark, Directory directory, String app, Supplier<HttpClient.Builder> client) {

  /** A machine that has just started everything may be too slow for the first one. */
  private static final int ATTEMPTS = 3;

  /**
   * Tells what has not been told.
   *
   * @throws NotTold when it comes to no end: the next start goes on, or nobody ever does
   */
  public void tell(Clock clock) {
    Beginning beginning = bookmark.begin(clock);
    for (int attempt = 1; bookmark.state() == Bookmark.State.BEGUN; attempt++) {
      try (Cast cast = Cast.of(directory, app, client)) {
        new Plot(beginning, cast).tell();
        bookmark.told();
      } catch (NotTold e) {
        if (e.forGood()) {
          bookmark.left();
        }
        if (e.forGood() || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
