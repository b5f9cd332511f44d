package no.samsnakk.messaging.reading.entry;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.text.Text;

/** What holds of whatever somebody proposes to others. */
final class Proposals {
  private static final int FEWEST_PEOPLE = 2;
  private static final int MOST_PEOPLE = 20;

  /** Code points. */
  private static final int LONGEST_LINE = 200;

  private Proposals() {}

  /** Whether it is one line of plain text, with nothing empty around it. */
  static boolean isLine(String line) {
    return Text.LINE.fault(line, 1, LONGEST_LINE).isEmpty() && Text.trimmed(line).equals(line);
  }

  /** Whether these are two to twenty people, each once, the one who proposes among them. */
  static boolean isCompany(List<UUID> people, UUID proposer) {
    return people.size() >= FEWEST_PEOPLE
        && people.size() <= MOST_PEOPLE
        && new HashSet<>(people).size() == people.size()
        && people.contains(proposer);
  }
}
