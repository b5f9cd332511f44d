package no.samsnakk.audit.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import no.samsnakk.contracts.event.AuditRecorded;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the bytes that are hashed: one JSON object in the canonical form of RFC 8785 (UTF-8,
 * no white space, members sorted by name, shortest escapes). A member without a value is left out.
 *
 * <table>
 * <caption>Versions 1 to 4</caption>
 * <tr><th>member</th><th>value</th></tr>
 * <tr><td>action</td><td>string, an {@link no.samsnakk.contracts.event.AuditAction}</td></tr>
 * <tr><td>agentId</td><td>UUID, lower case: the person who did it</td></tr>
 * <tr><td>agentOrganisationId</td><td>UUID: on whose behalf</td></tr>
 * <tr><td>at</td><td>time: when it was done</td></tr>
 * <tr><td>code</td><td>string: why it was refused</td></tr>
 * <tr><td>concerns</td><td>UUID: the person it was done to</td></tr>
 * <tr><td>count</td><td>number: for how many times it stands; from version 2 on</td></tr>
 * <tr><td>entryId</td><td>UUID: the same for every repeat</td></tr>
 * <tr><td>fromSeq, toSeq</td><td>number: the first and last message it is about</td></tr>
 * <tr><td>outcome</td><td>string, SUCCESS or REFUSED</td></tr>
 * <tr><td>patientId</td><td>UUID: whose room, where the teller said so</td></tr>
 * <tr><td>raw</td><td>string: the record as told, where it says more; from version 4 on</td></tr>
 * <tr><td>reason</td><td>string: an auditor's own words</td></tr>
 * <tr><td>recordedAt</td><td>time: when it came into the log</td></tr>
 * <tr><td>roomId</td><td>UUID</td></tr>
 * <tr><td>seq</td><td>number: its place in the log, 1, 2, 3 …</td></tr>
 * <tr><td>teller</td><td>string: the service that told it; from version 3 on</td></tr>
 * <tr><td>topic</td><td>string: where {@code raw} lay; from version 4 on</td></tr>
 * <tr><td>until</td><td>time: when a view was closed, or the last of the refusals</td></tr>
 * <tr><td>v</td><td>number: the version of this form</td></tr>
 * <tr><td>viewId</td><td>UUID: joins a view's opening and closing, a first time and its count</td></tr>
 * </table>
 *
 * <p>A time is {@code 2026-11-22T10:00:00.000Z}: UTC, always three decimals. A number is a whole
 * one, below 2^53.
 *
 * <p>Bytes once written are never written anew: a later version stands beside the earlier ones and
 * entries keep theirs. Which one is an entry's own follows from what it holds: one with a {@code
 * raw} is of version 4; of the others one with a {@code teller} is of version 3, as all are that
 * are written today, one with a {@code count} of version 2, and the rest of version 1.
 */
final class Canonical {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Canonical() {}

  static byte[] bytes(long seq, Instant recordedAt, Told told) {
    return bytes(members(seq, recordedAt, told.teller(), told.entry(), told.raw()));
  }

  /** Of an entry that says all that was told. */
  static byte[] bytes(long seq, Instant recordedAt, @Nullable String teller, AuditRecorded entry) {
    return bytes(members(seq, recordedAt, teller, entry, null));
  }

  private static byte[] bytes(Map<String, Object> members) {
    return json(members).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> members(
      long seq,
      Instant recordedAt,
      @Nullable String teller,
      AuditRecorded entry,
      @Nullable Raw raw) {
    // All names are ASCII: the order of Strings is the order of UTF-16 that RFC 8785 asks for.
    var members = new TreeMap<String, Object>();
    members.put("v", version(teller, entry, raw));
    members.put("seq", seq);
    members.put("recordedAt", TIME.format(recordedAt));
    members.put("entryId", entry.entryId());
    members.put("at", TIME.format(entry.at()));
    members.put("action", entry.action());
    members.put("outcome", entry.outcome());
    members.put("agentId", entry.agentId());
    put(members, "agentOrganisationId", entry.agentOrganisationId());
    put(members, "roomId", entry.roomId());
    put(members, "patientId", entry.patientId());
    put(members, "concerns", entry.concerns());
    put(members, "code", entry.code());
    put(members, "viewId", entry.viewId());
    put(members, "fromSeq", entry.fromSeq());
    put(members, "toSeq", entry.toSeq());
    var until = entry.until();
    put(members, "until", until == null ? null : TIME.format(until));
    put(members, "reason", entry.reason());
    put(members, "count", entry.count());
    put(members, "teller", teller);
    put(members, "topic", raw == null ? null : raw.topic());
    put(members, "raw", raw == null ? null : raw.value());
    return members;
  }

  private static int version(@Nullable String teller, AuditRecorded entry, @Nullable Raw raw) {
    if (raw != null) {
      return 4;
    }
    if (teller != null) {
      return 3;
    }
    return entry.count() == null ? 1 : 2;
  }

  private static void put(Map<String, Object> members, String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }

  private static String json(Map<String, Object> members) {
    var json = new StringBuilder(400);
    char before = '{';
    for (var member : members.entrySet()) {
      json.append(before).append('"').append(member.getKey()).append("\":");
      if (member.getValue() instanceof Number number) {
        json.append(number);
      } else {
        quote(json, member.getValue().toString());
      }
      before = ',';
    }
    return json.append('}').toString();
  }

  private static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default ->
            json.append(
                c < 0x20 ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    json.append('"');
  }
}
