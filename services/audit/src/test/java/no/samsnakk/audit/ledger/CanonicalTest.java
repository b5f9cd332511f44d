package no.samsnakk.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import org.junit.jupiter.api.Test;

/**
 * R7: these bytes are for ever. Should one of these tests fail, the code is wrong, not the test.
 */
class CanonicalTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final UUID ID = UUID.fromString("019abc00-0000-7000-8000-000000000001");

  @Test
  void an_entry_with_everything_is_these_bytes() {
    var entry =
        AuditRecorded.view(ID, AT, ID, ID, ID)
            .onBehalfOf(ID)
            .about(ID, ID)
            .code("a-code")
            .messages(1L, 42L)
            .until(AT.plusMillis(120))
            .because("reason")
            .build();

    assertThat(text(7, entry))
        .isEqualTo(
            """
            {"action":"MESSAGES_VIEWED","agentId":"ID","agentOrganisationId":"ID",\
            "at":"2026-11-22T10:00:00.000Z","code":"a-code","concerns":"ID","entryId":"ID",\
            "fromSeq":1,"outcome":"SUCCESS","patientId":"ID","reason":"reason",\
            "recordedAt":"2026-11-22T10:00:00.000Z","roomId":"ID","seq":7,"toSeq":42,\
            "until":"2026-11-22T10:00:00.120Z","v":1,"viewId":"ID"}"""
                .replace("ID", ID.toString()));
  }

  @Test
  void what_is_not_there_is_left_out() {
    var entry = AuditRecorded.success(ID, AT, AuditAction.SIGNED_IN, ID, null);

    assertThat(text(1, entry))
        .isEqualTo(
            """
            {"action":"SIGNED_IN","agentId":"ID","at":"2026-11-22T10:00:00.000Z","entryId":"ID",\
            "outcome":"SUCCESS","recordedAt":"2026-11-22T10:00:00.000Z","seq":1,"v":1}"""
                .replace("ID", ID.toString()));
  }

  @Test
  void an_entry_with_a_count_is_of_version_2_and_no_other_is() {
    var first = AuditRecorded.firstRefused(ID, AT, ID, ID, "room-unknown");
    var counted = AuditRecorded.counted(ID, first, AT.plusSeconds(1), 300);

    assertThat(text(9, counted))
        .isEqualTo(
            """
            {"action":"REFUSED","agentId":"ID","at":"2026-11-22T10:00:00.000Z",\
            "code":"room-unknown","count":300,"entryId":"ID","outcome":"REFUSED",\
            "recordedAt":"2026-11-22T10:00:00.000Z","roomId":"ID","seq":9,\
            "until":"2026-11-22T10:00:01.000Z","v":2,"viewId":"ID"}"""
                .replace("ID", ID.toString()));
    assertThat(text(9, first)).contains("\"v\":1").doesNotContain("count");
  }

  @Test
  void an_entry_with_a_teller_is_of_version_3() {
    var bytes = Canonical.bytes(1, AT, "rooms", signedIn());

    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"action":"SIGNED_IN","agentId":"ID","at":"2026-11-22T10:00:00.000Z","entryId":"ID",\
            "outcome":"SUCCESS","recordedAt":"2026-11-22T10:00:00.000Z","seq":1,\
            "teller":"rooms","v":3}"""
                .replace("ID", ID.toString()));
  }

  @Test
  void text_is_escaped_as_rfc_8785_says_and_not_more() {
    assertThat(text(1, AuditRecorded.refused(ID, AT, ID, null, "\"\\\b\t\n\f\r\u0007/æ€😀\u007f")))
        .contains("\"code\":\"\\\"\\\\\\b\\t\\n\\f\\r\\u0007/æ€😀\u007f\"");
  }

  @Test
  void the_first_hash_follows_from_zeros() {
    var first = ChainedEntry.after(Head.ofEmptyLog(), AT, new Told(null, signedIn()));

    assertThat(first.prevHash()).isEqualTo(new byte[32]);
    assertThat(HexFormat.of().formatHex(first.hash()))
        .isEqualTo("7d651992477cf66a92664fd414cce496c6ab2f2521894fde94f4ae500629da7f");
  }

  private static AuditRecorded signedIn() {
    return AuditRecorded.success(ID, AT, AuditAction.SIGNED_IN, ID, null);
  }

  private static String text(long seq, AuditRecorded entry) {
    return new String(Canonical.bytes(seq, AT, null, entry), StandardCharsets.UTF_8);
  }
}
