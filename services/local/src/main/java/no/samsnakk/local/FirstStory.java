package no.samsnakk.local;

import java.time.Clock;
import java.util.List;
import no.samsnakk.local.directory.Directory;
import no.samsnakk.local.story.Bookmark;
import no.samsnakk.local.story.NotTold;
import no.samsnakk.local.story.Story;

/**
 * The demo's story at a start: told to a Samsnakk that has no rooms yet, gone on with where an
 * earlier start died. Whatever becomes of it, the start itself has succeeded.
 */
record FirstStory(Home home, Settings settings, Secrets secrets) {
  private static final String STEP = "story";

  /**
   * Tells it, where it is due.
   *
   * @param parts what has been started: all of it, or there is nobody to tell it to
   * @return whether all of it has been told now
   */
  boolean tell(List<Part> parts, Progress progress) {
    if (!settings.story() || parts.size() < new Parts(home, settings, secrets).all().size()) {
      return false;
    }
    try {
      return tellWhatIsDue(new Bookmark(home.data("story")), progress);
    } catch (NotTold e) {
      progress.failed(STEP);
      String next = e.forGood() ? "it is left as it is" : "the next start goes on with it";
      progress.say("  ! the story has no end; " + next + " (" + e.getMessage() + ")");
    } catch (RuntimeException e) {
      progress.failed(STEP);
      progress.say("  ! the story could not be told: " + e);
    }
    return false;
  }

  private boolean tellWhatIsDue(Bookmark bookmark, Progress progress) {
    boolean due =
        switch (bookmark.state()) {
          case UNOPENED -> new Schemas(home, settings, secrets).areWithoutRooms();
          case BEGUN -> {
            progress.say("  ! an earlier start ended in the middle of the story; going on with it");
            yield true;
          }
          case TOLD, LEFT -> false;
        };
    if (due) {
      progress.begin(STEP);
      Directory directory = Directory.read(settings.directory(home));
      String app = settings.local(Port.GATEWAY);
      new Story(bookmark, directory, app, secrets.tls(settings)::http).tell(Clock.systemUTC());
      progress.done(STEP);
    }
    return due;
  }
}
