package no.samsnakk.contracts.conversation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.entry.TextPayload;
import org.jspecify.annotations.Nullable;

/**
 * Everything a browser may send over the socket, one JSON object for each text frame. None can be
 * made without what it must have; {@link Frames} reads them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(ClientFrame.Hello.class),
  @JsonSubTypes.Type(ClientFrame.Open.class),
  @JsonSubTypes.Type(ClientFrame.Close.class),
  @JsonSubTypes.Type(ClientFrame.Send.class),
  @JsonSubTypes.Type(ClientFrame.Read.class),
  @JsonSubTypes.Type(ClientFrame.Received.class),
  @JsonSubTypes.Type(ClientFrame.Typing.class),
  @JsonSubTypes.Type(ClientFrame.Ping.class)
})
public sealed interface ClientFrame {

  /** The first frame of a socket: the rooms on the screen and how far each of them has come. */
  @JsonTypeName("hello")
  record Hello(List<Resume> rooms) implements ClientFrame {
    public Hello {
      rooms = List.copyOf(rooms);
    }
  }

  /** One room to go on with after {@code afterSeq}, the last message the client has. */
  record Resume(UUID roomId, long afterSeq) {
    public Resume {
      requireNonNull(roomId);
    }
  }

  /** Starts a view of a room; without {@code afterSeq} with its newest messages. */
  @JsonTypeName("open")
  record Open(UUID roomId, @Nullable Long afterSeq) implements ClientFrame {
    public Open {
      requireNonNull(roomId);
    }
  }

  /** Ends the view: no content of this room is sent to this socket any more. */
  @JsonTypeName("close")
  record Close(UUID roomId) implements ClientFrame {
    public Close {
      requireNonNull(roomId);
    }
  }

  /**
   * Something that is said; {@code clientId} is the client's own UUIDv7 and makes it repeatable.
   *
   * @param kind {@code TEXT} where nothing is said of it, as windows from before there were others
   * @param payload the members of its kind's payload, which stand beside these; not checked yet
   */
  @JsonTypeName("send")
  record Send(UUID roomId, UUID clientId, String kind, Map<String, JsonNode> payload)
      implements ClientFrame {
    public Send(
        UUID roomId,
        UUID clientId,
        @Nullable String kind,
        @JsonAnySetter @Nullable Map<String, JsonNode> payload) {
      this.roomId = requireNonNull(roomId);
      this.clientId = requireNonNull(clientId);
      this.kind = kind == null ? TextPayload.KIND : kind;
      this.payload =
          payload == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }

    /** A plain text. */
    public static Send text(UUID roomId, UUID clientId, String body) {
      return new Send(roomId, clientId, TextPayload.KIND, Map.of("body", TextNode.valueOf(body)));
    }

    /** The payload as it stands in the frame. */
    @JsonAnyGetter
    public Map<String, JsonNode> payload() {
      return payload;
    }

    /** Never the payload (R9). */
    @Override
    public String toString() {
      return "Send[roomId=" + roomId + ", clientId=" + clientId + "]";
    }
  }

  /**
   * The person has had these on her screen: all from {@code fromSeq} to {@code seq}, both included;
   * without {@code fromSeq} from the room's first.
   */
  @JsonTypeName("read")
  record Read(UUID roomId, @Nullable Long fromSeq, long seq) implements ClientFrame {
    public Read {
      requireNonNull(roomId);
    }
  }

  /**
   * These have reached the person's device, whether she looks or not: all from {@code fromSeq} to
   * {@code seq}, both included.
   */
  @JsonTypeName("received")
  record Received(UUID roomId, long fromSeq, long seq) implements ClientFrame {
    public Received {
      requireNonNull(roomId);
    }
  }

  /** The person is writing; told to the others at most every few seconds, stored nowhere. */
  @JsonTypeName("typing")
  record Typing(UUID roomId) implements ClientFrame {
    public Typing {
      requireNonNull(roomId);
    }
  }

  /** Asks for a {@link ServerFrame.Pong}, so that a dead connection is noticed. */
  @JsonTypeName("ping")
  record Ping() implements ClientFrame {}
}
