package no.samsnakk.contracts.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One entry fills neither the log nor a page of it, and says nothing that no teller says. */
class EntryBoundsTest {
  private static final String ID = UUID.randomUUID().toString();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'outcome':'REFUSED','code':'not-allowed'}",
        "{'outcome':'REFUSED','code':'not-allowed','viewId':'ID','count':2,'until':'AT'}",
        "{'viewId':'ID','fromSeq':1,'toSeq':0}",
        "{'viewId':'ID','fromSeq':7,'toSeq':9007199254740991,'until':'AT'}",
        "{'code':'not-allowed'}",
        "{'action':'LOG_SEARCHED','reason':'Hun ba om det'}"
      })
  void whatTellersSayIsTaken(String more) {
    assertEquals(ID, Complete.check(entry(more)).entryId().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "code; {'outcome':'REFUSED','code':''}",
        "code; {'outcome':'REFUSED','code':'Kari Nordmann'}",
        "code; {'outcome':'REFUSED','code':'-'}",
        "reason; {'reason':'Hun ba om det'}",
        "reason; {'action':'REFUSED','reason':'Hun ba om det'}",
        "reason; {'action':'LOG_SEARCHED','reason':''}",
        "reason; {'action':'LOG_SEARCHED','reason':'a\\nb'}",
        "fromSeq; {'fromSeq':1}",
        "fromSeq; {'toSeq':1}",
        "fromSeq; {'fromSeq':0,'toSeq':0}",
        "fromSeq; {'fromSeq':5,'toSeq':3}",
        "fromSeq; {'fromSeq':-1,'toSeq':3}",
        "toSeq; {'fromSeq':1,'toSeq':9007199254740992}",
        "count; {'count':1,'viewId':'ID','until':'AT'}",
        "count; {'count':9223372036854775807,'viewId':'ID','until':'AT'}"
      })
  void whatNoTellerSaysIsRefusedByTheMembersName(String member, String more) {
    var refused = assertThrows(IllegalArgumentException.class, () -> Complete.check(entry(more)));

    assertEquals("An event with an unusable member: " + member, refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"code, 64", "reason, 200"})
  void whatIsLongerThanAnyTellersIsRefused(String member, int longest) {
    Complete.check(entry(with(member, "x".repeat(longest))));

    var tooLong = entry(with(member, "x".repeat(longest + 1)));
    assertThrows(IllegalArgumentException.class, () -> Complete.check(tooLong));
  }

  @Test
  void aCodeOfAnyLengthIsRefusedAtOnce() {
    var endless = entry(with("code", "a-".repeat(400_000) + "a"));

    var refused = assertThrows(IllegalArgumentException.class, () -> Complete.check(endless));
    assertFalse(refused.getMessage().contains("a-a"));
  }

  private static String with(String member, String value) {
    return "{'action':'LOG_SEARCHED','%s':'%s'}".formatted(member, value);
  }

  private static AuditRecorded entry(String more) {
    try {
      JsonNode all =
          Json.MAPPER.readTree(
              "{'entryId':'ID','at':'AT','action':'SIGNED_IN','outcome':'SUCCESS','agentId':'ID'}"
                  .transform(EntryBoundsTest::json));
      ((ObjectNode) all).setAll((ObjectNode) Json.MAPPER.readTree(json(more)));
      return Json.MAPPER.treeToValue(all, AuditRecorded.class);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(String quoted) {
    return quoted.replace('\'', '"').replace("ID", ID).replace("AT", "2026-11-22T10:00:00Z");
  }
}
