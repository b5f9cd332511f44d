package no.samsnakk.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.samsnakk.local.Home;
import no.samsnakk.local.directory.Directory;
import no.samsnakk.local.story.Bookmark.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the story stands is known after whatever has happened to the start that told it. */
class BookmarkTest {
  private static final Instant NOW = Instant.parse("2026-11-27T20:15:30.123456Z");

  @TempDir Path folder;
  private Bookmark bookmark = new Bookmark(Path.of(""));

  @BeforeEach
  void open() {
    bookmark = new Bookmark(folder.resolve("data/story"));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  @Test
  void withoutAFileNothingHasBeenTold() {
    assertEquals(State.UNOPENED, bookmark.state());
    assertFalse(Files.exists(folder.resolve("data")), "looking leaves nothing");
  }

  @Test
  void whoGoesOnMakesTheIdsOfTheBeginning() {
    Beginning first = bookmark.begin(at(NOW));
    assertEquals(State.BEGUN, bookmark.state());

    Beginning again = new Bookmark(bookmark.file()).begin(at(NOW.plusSeconds(3600)));

    assertEquals(first, again);
    assertEquals(first.id("a room"), again.id("a room"));
  }

  @Test
  void anotherTellingMakesOtherIds() {
    UUID here = bookmark.begin(at(NOW)).id("a room");
    UUID there = new Bookmark(folder.resolve("other/story")).begin(at(NOW)).id("a room");

    assertNotEquals(here, there);
  }

  @Test
  void idsAreOfVersion7AndSayWhenItBegan_andEachThingHasItsOwn() {
    Beginning beginning = bookmark.begin(at(NOW));
    UUID id = beginning.id("a room");

    assertEquals(7, id.version());
    assertEquals(2, id.variant());
    assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    assertNotEquals(id, beginning.id("another room"));
  }

  @Test
  void whatWasToldIsTold() {
    bookmark.begin(at(NOW));
    bookmark.told();
    assertEquals(State.TOLD, bookmark.state());
  }

  @Test
  void whereNobodyAnswersItIsBegunAndStaysSo() throws Exception {
    NotTold why = tellTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));

    assertFalse(why.forGood());
    assertEquals(State.BEGUN, bookmark.state());
  }

  @Test
  void whereWhoIsAskedHasNoStandInItStaysBegun() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicInteger asked = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    server.start();
    try {
      NotTold why = tellTo(server.getAddress());

      assertFalse(why.forGood());
      assertEquals("no stand-in to sign in at, but status 503", why.getMessage());
      assertEquals(State.BEGUN, bookmark.state());
      assertEquals(3 * 5, asked.get(), "five people, three times");
    } finally {
      server.stop(0);
    }
  }

  /** All who have a part are in the directory, or this fails otherwise. */
  private NotTold tellTo(InetSocketAddress gateway) {
    Directory directory = Directory.read(Home.find().deploy("demo/directory.json"));
    String app = "http://localhost:" + gateway.getPort();
    Story story = new Story(bookmark, directory, app, HttpClient::newBuilder);
    return assertThrows(NotTold.class, () -> story.tell(at(NOW)));
  }
}
