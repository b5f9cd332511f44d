package no.samsnakk.guards;

import java.nio.file.Path;
import java.util.List;

/**
 * What makes one promise of a rule true, in one place.
 *
 * @param id the rule's number and a name, as {@code R4-access-lock}
 * @param promise what holds because of it, in plain words
 * @param file where it stands, by its path in the repository
 * @param test the one that fails without it, of the same module
 * @param changes how it is taken out
 */
record Guard(String id, String promise, Path file, NamedTest test, List<Change> changes) {

  /** R1 to R12. */
  String rule() {
    return id.substring(0, id.indexOf('-'));
  }

  /**
   * The file's text without the guard.
   *
   * @throws IllegalStateException if it does not stand there, or stands there twice
   */
  String takenOutOf(String text) {
    var without = text;
    for (var change : changes) {
      if (!change.standsOnceIn(without)) {
        throw new IllegalStateException(
            id + ": these lines do not stand once in " + file + ":\n" + change.before());
      }
      without = change.in(without);
    }
    return without;
  }
}
