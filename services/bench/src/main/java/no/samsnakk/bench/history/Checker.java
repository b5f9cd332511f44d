package no.samsnakk.bench.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samsnakk.bench.history.Finding.Kind;

/**
 * Decides whether what the clients noted and what history has in the end keep R2 and R4: nothing
 * lost, doubled, reordered or invented, no gap, and nothing seen without access.
 *
 * <p>Order is that of real time: a message that was acknowledged before another of its room was
 * even sent has the lower number. A viewer may miss one (R3: live delivery is a hint), but never
 * sees a lower number after a higher one.
 */
public final class Checker {
  private final List<Finding> findings = new ArrayList<>();
  private final Map<UUID, TreeSet<Long>> numbers = new HashMap<>();
  private final Map<UUID, UUID> roomOf = new HashMap<>();
  private final Map<UUID, Long> floorOf = new HashMap<>();
  private final Map<UUID, Long> highestAcknowledged = new HashMap<>();
  private final Map<Integer, Map<UUID, Long>> highestSeen = new HashMap<>();
  private final Set<UUID> acknowledged = new HashSet<>();
  private final Set<UUID> refused = new HashSet<>();
  private final Set<UUID> shown = new HashSet<>();
  private final Accesses accesses = new Accesses(findings::add);

  private Checker() {}

  /**
   * What is wrong; nothing where all is well.
   *
   * @param notes in the order of time
   */
  public static List<Finding> check(List<Note> notes, Collection<Kept> kept) {
    var checker = new Checker();
    notes.forEach(checker::follow);
    checker.compare(kept);
    return checker.findings;
  }

  private void follow(Note note) {
    switch (note) {
      case Note.Invoked(UUID room, UUID id) -> invoked(room, id);
      case Note.Acknowledged(UUID id, long seq) -> acknowledged(id, seq);
      case Note.Refused(UUID id) -> refused.add(id);
      case Note.Unknown(UUID id) -> {}
      case Note.Seen seen -> seen(seen);
      case Note.Forgotten(int viewer, UUID room) -> highestSeenBy(viewer).remove(room);
      case Note.AccessEnded ended -> accesses.ended(ended);
      case Note.AccessGiven given -> accesses.given(given);
    }
  }

  private void invoked(UUID room, UUID id) {
    roomOf.put(id, room);
    // A repeat of the same id is the same message: its place in time is that of the first send.
    floorOf.putIfAbsent(id, highestAcknowledged.getOrDefault(room, 0L));
  }

  private void acknowledged(UUID id, long seq) {
    acknowledged.add(id);
    stands(id, seq);
    var room = roomOf.get(id);
    if (room != null) {
      highestAcknowledged.merge(room, seq, Math::max);
    }
  }

  private void seen(Note.Seen seen) {
    shown.add(seen.clientId());
    stands(seen.clientId(), seen.seq());
    accesses.seen(seen);
    var before = highestSeenBy(seen.viewer()).merge(seen.roomId(), seen.seq(), Math::max);
    if (before > seen.seq()) {
      find(
          Kind.OUT_OF_ORDER,
          "viewer %d saw %d after %d in room %s"
              .formatted(seen.viewer(), seen.seq(), before, seen.roomId()));
    }
  }

  private Map<UUID, Long> highestSeenBy(int viewer) {
    return highestSeen.computeIfAbsent(viewer, v -> new HashMap<>());
  }

  private void stands(UUID id, long seq) {
    numbers.computeIfAbsent(id, i -> new TreeSet<>()).add(seq);
  }

  private void compare(Collection<Kept> kept) {
    kept.forEach(message -> stands(message.clientId(), message.seq()));
    var rows = kept.stream().collect(Collectors.groupingBy(Kept::clientId));
    acknowledged.forEach(id -> lost(id, rows, "acknowledged"));
    shown.stream().filter(id -> !acknowledged.contains(id)).forEach(id -> lost(id, rows, "shown"));
    rows.forEach(this::doubled);
    numbers.forEach(this::ordered);
    kept.stream()
        .collect(Collectors.groupingBy(Kept::roomId))
        .forEach((room, messages) -> whole(room, messages));
  }

  private void lost(UUID id, Map<UUID, List<Kept>> rows, String how) {
    if (!rows.containsKey(id)) {
      find(Kind.LOST, "message " + id + " was " + how + " and is not in history");
    }
  }

  private void doubled(UUID id, List<Kept> rows) {
    if (rows.size() > 1) {
      find(Kind.DOUBLED, "message " + id + " is " + rows.size() + " times in history");
    }
    if (refused.contains(id) && !acknowledged.contains(id)) {
      find(Kind.DOUBLED, "message " + id + " was refused and is in history");
    }
  }

  private void ordered(UUID id, TreeSet<Long> seqs) {
    var floor = floorOf.get(id);
    if (floor == null) {
      find(Kind.INVENTED, "message " + id + " was never sent");
      return;
    }
    if (seqs.size() > 1) {
      find(Kind.DOUBLED, "message " + id + " has the numbers " + seqs);
    }
    if (seqs.first() <= floor) {
      find(
          Kind.OUT_OF_ORDER,
          "message %s has number %d, sent after %d was acknowledged"
              .formatted(id, seqs.first(), floor));
    }
  }

  private void whole(UUID room, List<Kept> messages) {
    var seqs = messages.stream().map(Kept::seq).sorted().toList();
    for (int i = 0; i < seqs.size(); i++) {
      if (seqs.get(i) != i + 1) {
        find(Kind.GAP, "room " + room + " has " + seqs.get(i) + " where " + (i + 1) + " belongs");
        return;
      }
    }
  }

  private void find(Kind kind, String what) {
    findings.add(new Finding(kind, what));
  }
}
