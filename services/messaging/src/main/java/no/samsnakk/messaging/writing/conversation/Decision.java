package no.samsnakk.messaging.writing.conversation;

import static java.util.Objects.requireNonNull;
import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.keys.NewRoomKey;
import no.samsnakk.keys.RoomCipher;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.access.Right;
import no.samsnakk.messaging.reading.entry.AmendingKind;
import no.samsnakk.messaging.reading.entry.AmendingKind.Before;
import no.samsnakk.messaging.reading.entry.EntryKinds;
import no.samsnakk.messaging.reading.entry.PayloadCodec;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import no.samsnakk.messaging.wire.limits.Rates;
import no.samsnakk.messaging.writing.conversation.Verdicts.Kept;
import no.samsnakk.messaging.writing.conversation.Verdicts.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a batch, one draft after the other: every refusal that depends on the database is
 * named here. Writes nothing; what it decides is written by one transaction that can then only fail
 * for technical reasons.
 */
final class Decision {
  /** No room comes so far unless somebody writes into its row; the table takes no greater one. */
  private static final long LAST_SEQ = (1L << 53) - 2;

  private final Facts facts;
  private final EntryKinds kinds;
  private final RoomKeys roomKeys;
  private final Rates rates;
  private final Instant now;
  private final Map<UUID, Long> lastSeq;
  private final Map<UUID, RoomCipher> ciphers;
  private final Map<Draft.Key, Verdict> decided = new HashMap<>();
  private final List<NewRoomKey> made = new ArrayList<>();

  /** What this batch keeps of what is about earlier rows. */
  private final Map<Earlier.Said, List<Entry>> said = new HashMap<>();

  /** The messages that this batch takes back. */
  private final Set<Earlier.Place> retracted = new HashSet<>();

  private Decision(Facts facts, EntryKinds kinds, RoomKeys roomKeys, Rates rates, Instant now) {
    this.facts = facts;
    this.kinds = kinds;
    this.roomKeys = roomKeys;
    this.rates = rates;
    this.now = now;
    this.lastSeq = new HashMap<>(facts.lastSeq());
    this.ciphers = new HashMap<>(facts.ciphers().open());
  }

  static Verdicts about(
      List<Draft> drafts,
      Facts facts,
      EntryKinds kinds,
      RoomKeys roomKeys,
      Rates rates,
      Instant now) {
    var decision = new Decision(facts, kinds, roomKeys, rates, now);
    return new Verdicts(drafts.stream().map(decision::decide).toList(), decision.made);
  }

  private Verdict decide(Draft draft) {
    var before = decided.get(draft.key());
    if (before != null) {
      return again(draft, before);
    }
    var verdict = decideFirst(draft);
    decided.put(draft.key(), verdict);
    return verdict;
  }

  /** The same id twice in one batch. */
  private static Verdict again(Draft draft, Verdict before) {
    boolean same = draft.content().equals(before.draft().content());
    return new Verdict(draft, same ? before.outcome() : Outcome.CLIENT_ID_REUSED, null);
  }

  private Verdict decideFirst(Draft draft) {
    // A repeat comes first: what was accepted stays accepted, whoever may write by now (R2).
    var stored = facts.existing().get(draft.key());
    if (stored != null) {
      return new Verdict(draft, repeated(draft, stored), null);
    }
    var access = facts.access().getOrDefault(draft.roomId(), Access.NONE);
    var right = access.rights().get(draft.senderId());
    var seq = lastSeq.get(draft.roomId());
    if (right == null || !(right.mayRead() || right.mayWrite())) {
      return new Verdict(draft, Outcome.ROOM_UNKNOWN, null);
    }
    if (!right.mayWrite()) {
      return new Verdict(draft, Outcome.WRITE_NOT_ALLOWED, null);
    }
    if (seq == null) {
      // The right came between two statements, after the conversations were begun.
      return new Verdict(draft, Outcome.TEMPORARILY_UNAVAILABLE, null);
    }
    if (seq >= LAST_SEQ) {
      return new Verdict(draft, Outcome.TEMPORARILY_UNAVAILABLE, null);
    }
    if (facts.ciphers().erased().contains(draft.roomId())) {
      return new Verdict(draft, Outcome.WRITE_NOT_ALLOWED, null);
    }
    if (facts.ciphers().locked().contains(draft.roomId())) {
      return new Verdict(draft, Outcome.TEMPORARILY_UNAVAILABLE, null);
    }
    var judged = judge(draft, access);
    if (judged.refusal() != null) {
      return new Verdict(draft, judged.refusal(), null);
    }
    if (!rates.room(draft.roomId())) {
      return new Verdict(draft, Outcome.TOO_MANY_MESSAGES, null);
    }
    return keep(draft, right, access.epoch(), seq + 1, judged);
  }

  /**
   * What comes of what a draft is about.
   *
   * @param payload what is kept of it
   */
  private record Judged(@Nullable Outcome refusal, ObjectNode payload, Set<UUID> wakes) {
    static Judged sound(Draft draft) {
      return new Judged(null, draft.content().payload(), Set.of());
    }

    static Judged refused(Draft draft, Outcome refusal) {
      return new Judged(refusal, draft.content().payload(), Set.of());
    }
  }

  private Judged judge(Draft draft, Access access) {
    var about = draft.content().about();
    if (about == null) {
      return Judged.sound(draft);
    }
    var rows = facts.earlier().rows();
    if (!Earlier.Place.of(draft).allMatch(rows::containsKey)) {
      return Judged.refused(draft, Outcome.MESSAGE_UNKNOWN);
    }
    var place = Earlier.Place.about(draft);
    var row = place == null ? null : row(place);
    if (row != null && row.isRetracted()) {
      return Judged.refused(draft, Outcome.MESSAGE_RETRACTED);
    }
    var which = place == null ? null : Earlier.Said.of(place, draft, about);
    var newest = newest(which);
    var before =
        new Before<>(
            draft.senderId(),
            row,
            about.names() == null ? null : row(new Earlier.Place(draft.roomId(), about.names())),
            newest == null ? null : newest.payload(),
            newest == null ? 0 : newest.seq(),
            times(which),
            newest(place == null ? null : Earlier.Said.beside(place, about)),
            facts.everybodysAccess().getOrDefault(draft.roomId(), access),
            now);
    var judgement = kinds.judge(draft.content(), before);
    var fault = judgement.fault();
    return new Judged(
        fault == null ? null : new Outcome.Refused(fault), judgement.payload(), judgement.wakes());
  }

  /** As it stands with what this batch says of it. */
  private AmendingKind.Row row(Earlier.Place place) {
    var stored = requireNonNull(facts.earlier().rows().get(place));
    return retracted.contains(place) ? stored.retracted() : stored;
  }

  private @Nullable Entry newest(Earlier.@Nullable Said which) {
    if (which == null) {
      return null;
    }
    var here = said.getOrDefault(which, List.of());
    return here.isEmpty()
        ? opened(which.roomId(), facts.earlier().said().get(which))
        : here.getLast();
  }

  private long times(Earlier.@Nullable Said which) {
    if (which == null) {
      return 0;
    }
    var stored = facts.earlier().said().get(which);
    return said.getOrDefault(which, List.of()).size() + (stored == null ? 0 : stored.times());
  }

  /** What does not open says nothing. */
  private @Nullable Entry opened(UUID roomId, Earlier.@Nullable Newest stored) {
    var cipher = ciphers.get(roomId);
    return stored == null || cipher == null ? null : stored.entry().open(cipher);
  }

  private Verdict keep(Draft draft, Right right, long epoch, long seq, Judged judged) {
    lastSeq.put(draft.roomId(), seq);
    var content = draft.content();
    var envelope =
        new Envelope(
            draft.roomId(),
            seq,
            draft.entryId(),
            draft.clientId(),
            draft.senderId(),
            right.organisationId(),
            content.entryClass(),
            content.kind(),
            content.format(),
            now,
            epoch);
    var stored = PayloadCodec.seal(cipher(draft.roomId()), envelope, judged.payload());
    var accepted = new Outcome.Accepted(seq, draft.entryId(), now);
    var entry = new Entry(envelope, judged.payload());
    var about = content.about();
    if (about != null && (about.begins() || about.place() != null)) {
      var place = new Earlier.Place(draft.roomId(), about.place() == null ? seq : about.place());
      said.computeIfAbsent(Earlier.Said.of(place, draft, about), first -> new ArrayList<>())
          .add(entry);
      if (about.takesBack()) {
        retracted.add(place);
      }
    }
    return new Verdict(draft, accepted, new Kept(stored, entry, about, judged.wakes()));
  }

  private RoomCipher cipher(UUID roomId) {
    return ciphers.computeIfAbsent(
        roomId,
        first -> {
          var key = roomKeys.make(roomId);
          made.add(key);
          return key.cipher();
        });
  }

  private Outcome repeated(Draft draft, SealedEntry stored) {
    var envelope = stored.envelope();
    return isSame(draft, stored, ciphers.get(draft.roomId()))
        ? new Outcome.Accepted(envelope.seq(), envelope.entryId(), envelope.sentAt())
        : Outcome.CLIENT_ID_REUSED;
  }

  /** Whether it is what was accepted. Without the room's key nobody can tell. */
  private boolean isSame(Draft draft, SealedEntry stored, @Nullable RoomCipher cipher) {
    var content = draft.content();
    if (!content.kind().equals(stored.envelope().kind())) {
      return false;
    }
    try {
      return cipher == null
          || kinds.sayTheSame(content.kind(), PayloadCodec.open(cipher, stored), content.payload());
    } catch (GeneralSecurityException e) {
      LOG.undecipherable(e.getClass().getSimpleName());
      return true;
    }
  }
}
