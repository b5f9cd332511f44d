package no.samsnakk.contracts.event;

import java.util.regex.Pattern;
import no.samsnakk.contracts.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How much an entry of the log may say. Whoever has got hold of a teller's key can tell in its
 * name; he cannot fill the log, or a page of it, with a single entry, nor say what no teller says.
 */
final class EntryBounds {
  private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_REASON = 200;

  private EntryBounds() {}

  /** The member that is out of bounds, or nothing. */
  static @Nullable String broken(AuditRecorded entry) {
    if (!isCode(entry.code()) || isRefusal(entry) == (entry.code() == null)) {
      return "code";
    }
    if (!isReason(entry.reason())) {
      return "reason";
    }
    if (!isRange(entry.fromSeq(), entry.toSeq())) {
      return "fromSeq";
    }
    return isCount(entry) ? null : "count";
  }

  private static boolean isRefusal(AuditRecorded entry) {
    return entry.outcome() == AuditRecorded.Outcome.REFUSED;
  }

  private static boolean isCode(@Nullable String code) {
    return code == null || (code.length() <= LONGEST_CODE && CODE.matcher(code).matches());
  }

  private static boolean isReason(@Nullable String reason) {
    return reason == null || Text.LINE.fault(reason, 1, LONGEST_REASON).isEmpty();
  }

  /** Of nothing at all the end is one less than the beginning. */
  private static boolean isRange(@Nullable Long from, @Nullable Long to) {
    if (from == null || to == null) {
      return from == null && to == null;
    }
    return from >= 1 && to >= from - 1;
  }

  private static boolean isCount(AuditRecorded entry) {
    var count = entry.count();
    return count == null || (count > 1 && entry.viewId() != null && entry.until() != null);
  }
}
