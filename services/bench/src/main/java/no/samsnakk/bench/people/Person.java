package no.samsnakk.bench.people;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import no.samsnakk.bench.history.Interval;
import no.samsnakk.bench.load.Connector;
import org.jspecify.annotations.Nullable;

/** One person with her room on the screen. */
final class Person implements Line.Listener {
  private static final long TRY_AGAIN_AFTER = 1_500;
  private static final long ANSWER_WITHIN = 10_000;
  private static final long IN_A_ROW = 10;

  private final Vertx vertx;
  private final UUID personId;
  private final UUID roomId;
  private final Diary diary;
  private final Screen screen;
  private final Letters letters;
  private final Line line;
  private boolean open;

  /** Whether the server still owes her a view, or a no. */
  private boolean asked;

  private @Nullable Long killedAt;

  Person(
      Vertx vertx, List<Connector> instances, int viewer, UUID personId, UUID roomId, Diary diary) {
    this.vertx = vertx;
    this.personId = personId;
    this.roomId = roomId;
    this.diary = diary;
    this.screen = new Screen(viewer, roomId, diary);
    this.line = new Line(vertx, instances, viewer % instances.size(), personId, this);
    this.letters = new Letters(roomId, diary, this::send);
  }

  void come() {
    line.start();
  }

  void go() {
    line.stop();
    letters.unanswered();
  }

  void move() {
    line.move();
  }

  /** The instance has just been killed: if it is hers, her time runs. */
  void killed(int instance) {
    if (line.isOn(instance)) {
      killedAt = System.nanoTime();
    }
  }

  /** Writes, if she has the room before her. */
  void write() {
    if (open) {
      letters.write();
      flush();
    }
  }

  boolean isSettled(long lastSeq) {
    return open && letters.isEmpty() && screen.last() >= lastSeq;
  }

  long last() {
    return screen.last();
  }

  UUID personId() {
    return personId;
  }

  UUID roomId() {
    return roomId;
  }

  SortedMap<Long, UUID> built() {
    return screen.built();
  }

  @Override
  public JsonArray resume() {
    var rooms = new JsonArray();
    asked = screen.hasBegun();
    return screen.hasBegun() ? rooms.add(room().put("afterSeq", screen.last())) : rooms;
  }

  @Override
  public void lost() {
    open = false;
    asked = false;
    letters.unanswered();
  }

  @Override
  public void heard(JsonObject frame) {
    switch (frame.getString("type")) {
      case "welcome" -> openUnlessResumed();
      case "opened" -> opened(frame);
      case "message" -> message(frame.getJsonObject("message"));
      case "accepted" -> accepted(frame);
      case "refused" -> refused(frame);
      case "marked" -> diary.toldRead(mark(frame));
      case "received" -> diary.toldReceived(mark(frame));
      case "closed" -> leaveRoom("closed " + frame.getString("code"));
      case "error" -> diary.count("error " + frame.getString("code"));
      default -> {} // Pongs, and what goes on elsewhere.
    }
  }

  private void openUnlessResumed() {
    if (!screen.hasBegun()) {
      askForView();
    }
  }

  private void askForView() {
    if (!asked) {
      var frame = room().put("type", "open");
      asked = line.say(screen.hasBegun() ? frame.put("afterSeq", screen.last()) : frame);
    }
  }

  private void askAgain() {
    if (!open) {
      askForView();
    }
  }

  private void opened(JsonObject frame) {
    asked = false;
    screen.opened(frame);
    open = true;
    isBack();
    flush();
  }

  private void message(JsonObject message) {
    if (!screen.heard(message)) {
      diary.count("gap in live messages, asked for");
      askForView();
      return;
    }
    tellThatItIsHere(message.getLong("seq"));
    if (!message.getString("senderId").equals(personId.toString())) {
      diary.hearing().heard(id(message), line.instance(), message.getInstant("sentAt"));
    }
  }

  /** She reads ten, and then looks away from ten. */
  private void tellThatItIsHere(long seq) {
    var type = seq / IN_A_ROW % 2 == 0 ? "read" : "received";
    line.say(room().put("type", type).put("fromSeq", seq).put("seq", seq));
  }

  private Interval mark(JsonObject frame) {
    return new Interval(
        roomId,
        UUID.fromString(frame.getString("personId")),
        frame.getLong("fromSeq"),
        frame.getLong("seq"));
  }

  private void accepted(JsonObject frame) {
    letters.accepted(id(frame), frame.getLong("seq"));
    flush();
  }

  private void refused(JsonObject frame) {
    var code = frame.getString("code");
    diary.count("refused " + code);
    if (frame.getString("clientId") == null) {
      viewRefused(code);
      return;
    }
    switch (code) {
      case "temporarily-unavailable", "too-many-messages", "too-many-requests" -> {
        letters.refusedForNow(id(frame));
        again(this::flush);
      }
      default -> {
        letters.refused(id(frame));
        flush();
      }
    }
  }

  /** A no that is about a view, or about what she has said of messages. */
  private void viewRefused(String code) {
    boolean wasAsked = asked;
    asked = false;
    isBack();
    if (code.equals("room-unknown") || code.equals("seq-unknown")) {
      leaveRoom(code);
    } else if (wasAsked) {
      open = false;
      again(this::askAgain);
    }
  }

  /** The room leaves the screen; she asks now and then whether she may see it again. */
  private void leaveRoom(String why) {
    diary.count("left: " + why);
    open = false;
    screen.forget();
    letters.forget();
    again(this::askAgain);
  }

  private void isBack() {
    if (killedAt != null) {
      diary.back(System.nanoTime() - killedAt);
      killedAt = null;
    }
  }

  private boolean send(JsonObject letter) {
    diary.hearing().sent(id(letter), line.instance());
    return line.say(letter);
  }

  private void flush() {
    if (open && letters.flush()) {
      var id = letters.onItsWay();
      vertx.setTimer(ANSWER_WITHIN, timer -> sendAgain(id));
    }
  }

  private void sendAgain(@Nullable UUID id) {
    if (id != null && id.equals(letters.onItsWay())) {
      letters.unanswered();
      flush();
    }
  }

  private void again(Runnable then) {
    vertx.setTimer(TRY_AGAIN_AFTER, timer -> then.run());
  }

  private JsonObject room() {
    return new JsonObject().put("roomId", roomId.toString());
  }

  private static UUID id(JsonObject frame) {
    return UUID.fromString(frame.getString("clientId"));
  }
}
