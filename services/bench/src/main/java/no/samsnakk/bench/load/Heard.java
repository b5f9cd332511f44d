package no.samsnakk.bench.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * As much of a server frame as the bench has to know. Read token by token and not into the frames'
 * records: the load generator shares the machine with what it measures.
 *
 * @param kind of an entry, where the frame has one
 * @param senderId whose it is, where the frame says so
 * @param number the seq, where the frame has one, otherwise 0
 * @param lastSeq how far the room has come, where the frame says so
 * @param first the seq of the first of several messages, 0 if there is none
 * @param more whether there are others before that one that the client lacks
 */
record Heard(
    String type,
    String roomId,
    String clientId,
    String kind,
    String senderId,
    long number,
    long accessEpoch,
    String code,
    long lastSeq,
    long first,
    boolean more) {
  private static final JsonFactory JSON = new JsonFactory();

  static Heard read(String text) {
    var fields = new Fields();
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      fields.readObject(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("a server frame that is not JSON", e);
    }
    return new Heard(
        fields.type,
        fields.roomId,
        fields.clientId,
        fields.kind,
        fields.senderId,
        fields.seq,
        fields.accessEpoch,
        fields.code,
        fields.lastSeq,
        fields.first,
        fields.more);
  }

  UUID client() {
    return UUID.fromString(clientId);
  }

  private static final class Fields {
    private String type = "";
    private String roomId = "";
    private String clientId = "";
    private String kind = "";
    private String senderId = "";
    private String code = "";
    private long seq;
    private long lastSeq;
    private long first;
    private boolean more;
    private long accessEpoch;

    void readObject(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "type" -> type = parser.getText();
          case "roomId" -> roomId = parser.getText();
          case "clientId" -> clientId = parser.getText();
          case "kind" -> kind = parser.getText();
          case "senderId" -> senderId = parser.getText();
          case "code" -> code = parser.getText();
          case "seq" -> seq = parser.getLongValue();
          case "lastSeq" -> lastSeq = parser.getLongValue();
          case "more" -> more = parser.getBooleanValue();
          case "accessEpoch" -> accessEpoch = parser.getLongValue();
          case "message" -> readObject(parser);
          case "messages" -> readArray(parser);
          default -> parser.skipChildren();
        }
      }
    }

    private void readArray(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        var message = new Fields();
        message.readObject(parser);
        first = first == 0 ? message.seq : first;
      }
    }
  }
}
