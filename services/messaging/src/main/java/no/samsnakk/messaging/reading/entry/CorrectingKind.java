package no.samsnakk.messaging.reading.entry;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.entry.Correction;
import no.samsnakk.contracts.entry.TextPayload;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.reading.access.Access;
import org.jspecify.annotations.Nullable;

/**
 * A kind by which the sender of a text says that it is not to stand as it was sent (decision 85).
 * Who had read it is written down with it, under the room's lock: whoever marks it as read
 * afterwards is shown nothing for it.
 */
abstract class CorrectingKind<P extends Correction> implements AmendingKind<P> {
  private static final Set<String> SAID_BY_THE_SERVER = Set.of("readBy", "keptFor");

  /** The same, with who had read it and to whom what stood before is still shown. */
  abstract P with(P payload, List<UUID> readBy, List<UUID> keptFor);

  @Override
  public final int format() {
    return 1;
  }

  @Override
  public final Whose whose() {
    return Whose.ALL;
  }

  @Override
  public final Long about(P payload) {
    return payload.about();
  }

  @Override
  public final boolean asksWhoHasRead() {
    return true;
  }

  @Override
  public final Set<String> saidByTheServer() {
    return SAID_BY_THE_SERVER;
  }

  @Override
  public Optional<RefusalCode> fault(P payload, Before<P> before) {
    return Optional.ofNullable(wrong(before));
  }

  private static @Nullable RefusalCode wrong(Before<?> before) {
    var row = before.row();
    if (row == null) {
      return RefusalCode.MESSAGE_UNKNOWN;
    }
    if (!row.authorId().equals(before.senderId())) {
      return RefusalCode.MESSAGE_NOT_OWN;
    }
    return row.kind().equals(TextPayload.KIND) ? null : RefusalCode.MESSAGE_NOT_CORRECTABLE;
  }

  /**
   * Whether the message had been on her screen when it was changed last: of what never was,
   * nobody's; where it does not open whose, anybody's.
   */
  abstract boolean hadRead(UUID personId, Before<P> before);

  /**
   * Kept for whoever has read it as it stands: who had it on her screen before it was changed last
   * is taken to know the words before alone. Not so for the patient: she may have looked again, and
   * helpers would talk past him in words that are put in and taken back.
   */
  @Override
  public final P completed(P payload, Before<P> before) {
    var readBy =
        requireNonNull(before.row()).readBy().stream()
            .filter(it -> !it.equals(before.senderId()))
            .sorted()
            .toList();
    var asItStands = readBy.stream().filter(it -> !hadRead(it, before)).toList();
    Set<UUID> keptFor = new LinkedHashSet<>();
    keptFor.add(before.senderId());
    keptFor.addAll(asItStands);
    var patients = patients(before.access());
    if (!patients.containsAll(readBy)) {
      // What a helper has read of him, or may have, he may read.
      keptFor.addAll(patients);
    }
    return with(payload, readBy, List.copyOf(keptFor));
  }

  /** Who is in the room on nobody's behalf. */
  private static List<UUID> patients(Access access) {
    return access.rights().entrySet().stream()
        .filter(it -> it.getValue().organisationId() == null)
        .map(Map.Entry::getKey)
        .toList();
  }
}
