package no.samsnakk.e2e.upgrade;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.samsnakk.e2e.wire.Socket;
import no.samsnakk.e2e.wire.Visitor;

/**
 * What Samsnakk tells a person, line by line: her rooms, who takes part in them, all that is said
 * there, who has read how far, and each entry of the access log that she may see.
 *
 * @param username as she signs in
 */
record Told(String username, List<String> lines) {
  /** Rooms in which something may have been said that whoever has them in her list may read. */
  private static final Set<String> READABLE = Set.of("ACTIVE", "WITHDRAWN");

  /** What this Samsnakk tells her now. */
  static Told now(String username, Visitor visitor) {
    List<String> lines = new ArrayList<>();
    List<JsonNode> rooms = new ArrayList<>();
    visitor.gets("/api/rooms").path("items").forEach(rooms::add);
    rooms.sort(comparing(Told::id));
    try (Socket socket = visitor.opensASocket()) {
      rooms.forEach(room -> room(visitor, socket, room, lines));
    }
    return new Told(username, lines);
  }

  private static String id(JsonNode room) {
    return room.path("roomId").asText();
  }

  private static void room(Visitor visitor, Socket socket, JsonNode room, List<String> lines) {
    lines.add("room %s %s %s".formatted(id(room), text(room, "status"), text(room, "purpose")));
    JsonNode details = visitor.gets("/api/rooms/" + id(room));
    for (JsonNode seat : details.path("seats")) {
      lines.add("  seat %s %s".formatted(seat.at("/person/name").asText(), text(seat, "status")));
    }
    if (READABLE.contains(text(room, "status"))) {
      conversation(socket, id(room), lines);
    }
    if (details.at("/may/seeAccessLog").asBoolean()) {
      accessLog(visitor, id(room), lines);
    }
  }

  private static void conversation(Socket socket, String roomId, List<String> lines) {
    socket.send("{\"type\":\"open\",\"roomId\":\"%s\",\"afterSeq\":0}".formatted(roomId));
    JsonNode opened = socket.hears("opened");
    if (opened.path("more").asBoolean()) {
      throw new AssertionError("more is said in the room than one page holds");
    }
    for (JsonNode said : opened.path("messages")) {
      lines.add(
          "  said %s by %s at %s: %s"
              .formatted(
                  text(said, "seq"),
                  text(said, "senderId"),
                  text(said, "sentAt"),
                  text(said, "body")));
    }
    for (JsonNode mark : opened.path("marks")) {
      lines.add("  read by %s to %s".formatted(text(mark, "personId"), text(mark, "seq")));
    }
    socket.send("{\"type\":\"close\",\"roomId\":\"%s\"}".formatted(roomId));
  }

  private static void accessLog(Visitor visitor, String roomId, List<String> lines) {
    List<String> entries = new ArrayList<>();
    String path = "/api/access-log/rooms/" + roomId;
    for (JsonNode page = visitor.gets(path); ; ) {
      for (JsonNode entry : page.path("items")) {
        entries.add(
            "  logged %s %s by %s, %s"
                .formatted(
                    text(entry, "seq"),
                    text(entry, "action"),
                    entry.at("/agent/name").asText(),
                    text(entry, "hash")));
      }
      if (page.path("nextBefore").isNull()) {
        break;
      }
      page = visitor.gets(path + "?before=" + page.path("nextBefore").asText());
    }
    lines.addAll(entries.reversed());
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  /** As it was written down. */
  static Told read(Path folder, String username) throws IOException {
    return new Told(username, Files.readAllLines(file(folder, username)));
  }

  void write(Path folder) throws IOException {
    Files.write(file(folder, username), lines);
  }

  private static Path file(Path folder, String username) {
    return folder.resolve(username + ".txt");
  }
}
