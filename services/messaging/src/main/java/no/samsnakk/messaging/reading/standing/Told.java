package no.samsnakk.messaging.reading.standing;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What of all that stands is told to somebody.
 *
 * @param items those that have stood longest first, 1,000 at most
 * @param whole whether nothing was left out
 */
public record Told<T extends Stands>(List<T> items, boolean whole) {
  /** Whoever has more has other troubles. */
  private static final int MOST = 1_000;

  private static final Comparator<Stands> AGE =
      comparing(Stands::since).thenComparing(Stands::roomId).thenComparing(Stands::seq);

  /**
   * Of too many those first that concern her, and of those the first.
   *
   * @param all whether these are all that there are
   */
  public static <T extends Stands> Told<T> of(List<T> standing, UUID personId, boolean all) {
    var items =
        standing.stream()
            .sorted(comparing((T it) -> !it.concerns(personId)))
            .limit(MOST)
            .sorted(AGE)
            .toList();
    return new Told<>(items, all && items.size() == standing.size());
  }
}
