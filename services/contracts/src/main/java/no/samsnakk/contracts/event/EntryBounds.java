package no.samsnakk.contracts.event;

import java.util.regex.Pattern;
import no.samsnakk.contracts.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How much an entry of the log may say. Whoever has got hold of a teller's key can tell in its
 * name; he cannot fill the log with a single entry, nor write a free text into it.
 */
final class EntryBounds {
  private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_REASON = 200;

  private EntryBounds() {}

  /** The member that is out of bounds, or nothing. */
  static @Nullable String broken(AuditRecorded entry) {
    if (!isCode(entry.code())) {
      return "code";
    }
    if (!isReason(entry)) {
      return "reason";
    }
    if (!isRange(entry.fromSeq(), entry.toSeq())) {
      return "fromSeq";
    }
    return entry.count() == null || entry.count() > 1 ? null : "count";
  }

  private static boolean isCode(@Nullable String code) {
    return code == null || (code.length() <= LONGEST_CODE && CODE.matcher(code).matches());
  }

  /** Only who searches the log gives one. */
  private static boolean isReason(AuditRecorded entry) {
    var reason = entry.reason();
    return reason == null
        || (entry.action() == AuditAction.LOG_SEARCHED
            && Text.LINE.fault(reason, 1, LONGEST_REASON).isEmpty());
  }

  /** Of nothing at all the end is one less than the beginning. */
  private static boolean isRange(@Nullable Long from, @Nullable Long to) {
    if (from == null || to == null) {
      return from == null && to == null;
    }
    return from >= 1 && to >= from - 1;
  }
}
