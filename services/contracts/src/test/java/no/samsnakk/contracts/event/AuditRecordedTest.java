package no.samsnakk.contracts.event;

import static no.samsnakk.contracts.ContractFiles.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.samsnakk.contracts.Json;
import org.junit.jupiter.api.Test;

/** What an entry says is named, and what is written is what it was before it was. */
class AuditRecordedTest {
  private static final Pattern CONSTRUCTS = Pattern.compile("new AuditRecorded\\(");
  private static final UUID ENTRY = id(801);
  private static final UUID VIEW = id(802);
  private static final UUID ROOM = id(101);
  private static final UUID ARE = id(201);
  private static final UUID KARI = id(203);
  private static final UUID BERGEN = id(302);
  private static final Instant AT = Instant.parse("2026-11-03T09:15:30.125Z");
  private static final Instant LATER = Instant.parse("2026-11-03T09:21:00.750Z");

  @Test
  void builtWithEverythingItIsTheExampleByteForByte() throws Exception {
    var built =
        AuditRecorded.act(ENTRY, AT, AuditAction.LOG_SEARCHED, KARI)
            .onBehalfOf(BERGEN)
            .in(ROOM)
            .about(ARE, ARE)
            .code("not-allowed")
            .joinedBy(VIEW)
            .messages(1L, 7L)
            .until(LATER)
            .because("Alle felt er med i eksemplet")
            .count(300L)
            .build();

    assertEquals(json("examples/event/audit/recorded.v1.json").path("data").toString(), of(built));
  }

  @Test
  void aViewIsTheseBytes() throws Exception {
    assertEquals(
        """
        {"entryId":"E","at":"2026-11-03T09:15:30.125Z","action":"MESSAGES_VIEWED",\
        "outcome":"SUCCESS","agentId":"K","agentOrganisationId":"B","roomId":"R","viewId":"V",\
        "fromSeq":1,"toSeq":7,"until":"2026-11-03T09:21:00.750Z"}""",
        shortened(
            AuditRecorded.view(ENTRY, AT, KARI, ROOM, VIEW)
                .onBehalfOf(BERGEN)
                .messages(1L, 7L)
                .until(LATER)
                .build()));
  }

  @Test
  void aRefusalAndTheCountOfItsRepeatsAreTheseBytes() throws Exception {
    var first = AuditRecorded.firstRefused(ENTRY, AT, KARI, ROOM, "not-allowed");

    assertEquals(
        """
        {"entryId":"E","at":"2026-11-03T09:15:30.125Z","action":"REFUSED",\
        "outcome":"REFUSED","agentId":"K","roomId":"R","code":"not-allowed","viewId":"E"}""",
        shortened(first));
    assertEquals(
        """
        {"entryId":"V","at":"2026-11-03T09:15:30.125Z","action":"REFUSED",\
        "outcome":"REFUSED","agentId":"K","roomId":"R","code":"not-allowed","viewId":"E",\
        "until":"2026-11-03T09:21:00.750Z","count":9}""",
        shortened(AuditRecorded.counted(VIEW, first, LATER, 9)));
  }

  @Test
  void anActIsTheseBytes() throws Exception {
    var act = AuditRecorded.success(ENTRY, AT, AuditAction.SEAT_APPROVED, ARE, ROOM);

    assertEquals(
        """
        {"entryId":"E","at":"2026-11-03T09:15:30.125Z","action":"SEAT_APPROVED",\
        "outcome":"SUCCESS","agentId":"A","agentOrganisationId":"B","roomId":"R",\
        "patientId":"A","concerns":"K","viewId":"V","until":"2026-11-03T09:15:30.125Z"}""",
        shortened(act.about(ARE, KARI).onBehalfOf(BERGEN).partOf(VIEW)));
  }

  /** Sixteen arguments, of which most are nothing, are read by nobody. */
  @Test
  void onlyTheBuilderHandsOverAllThatAnEntryMaySay() throws IOException {
    try (var services = Files.list(Path.of(".."))) {
      var constructing =
          services
              .map(service -> service.resolve("src"))
              .filter(Files::isDirectory)
              .flatMap(AuditRecordedTest::sources)
              .filter(source -> CONSTRUCTS.matcher(textOf(source)).find())
              .map(source -> source.getFileName().toString());

      assertEquals(List.of("AuditRecorded.java"), constructing.toList());
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String textOf(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UUID id(int number) {
    return UUID.fromString("01991d2e-7c00-7000-8000-000000000" + number);
  }

  private static String of(AuditRecorded entry) throws JsonProcessingException {
    return Json.MAPPER.writeValueAsString(entry);
  }

  private static String shortened(AuditRecorded entry) throws JsonProcessingException {
    return of(entry)
        .replace(ENTRY.toString(), "E")
        .replace(VIEW.toString(), "V")
        .replace(ROOM.toString(), "R")
        .replace(ARE.toString(), "A")
        .replace(KARI.toString(), "K")
        .replace(BERGEN.toString(), "B");
  }
}
