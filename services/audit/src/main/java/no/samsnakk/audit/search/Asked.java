package no.samsnakk.audit.search;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.audit.accesslog.Reading;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A page of a search that somebody asks for. All pages of one search are one line of the log: she
 * has searched once and read on.
 *
 * @param first names the search; the same for all of its pages
 * @param goesOn whether it is not its first page
 */
record Asked(LogSearch search, Instant at, UUID first, boolean goesOn) {

  static Asked of(LogSearch search, Instant at) {
    var before =
        search.before() == null ? Optional.<UUID>empty() : Reading.goneOnWith(search.search(), at);
    return new Asked(search, at, before.orElseGet(Ids::next), before.isPresent());
  }

  /**
   * What joins its entries. The reason is in it: another one, claimed to belong to the same search,
   * is a line of its own. The reason is in the entry too, so this tells nothing more (R9).
   */
  UUID line() {
    return Ids.named(first, search.reason());
  }

  @Nullable Instant until() {
    return goesOn ? at : null;
  }

  /** Neither reason nor name (R9). */
  @Override
  public String toString() {
    return "Asked[first=" + first + "]";
  }
}
