package no.samsnakk.messaging.wire.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Every bound of messaging, {@code samsnakk.limits.*} ({@code SAMSNAKK_LIMITS_…} in the
 * environment). What one client can make the server hold is finite, whatever the client does.
 */
@ConfigMapping(prefix = "samsnakk.limits")
public interface Limits {
  /** A larger frame, or a message whose fragments come to more, ends the socket with 1009. */
  int frameBytes();

  /**
   * Frames of one socket that are being worked on, pings with their answers among them; at this
   * number no more are read from it.
   */
  @WithDefault("64")
  int framesInFlight();

  /** Beyond this number, which only a flood within one network read reaches, it is closed: 4429. */
  @WithDefault("512")
  int framesWaiting();

  /** Frames of any kind from one socket in a minute, also pings, pongs and fragments: 4429. */
  @WithDefault("6000")
  int framesPerMinute();

  /**
   * Bytes handed to one socket, or answering its pings, and not yet taken by the network, with 128
   * for what holds each frame; more cut it off with 4408. From half of it on messages wait in the
   * database, and nothing more is read from the socket, until it has caught up.
   */
  @WithDefault("1M")
  MemorySize outboundBytes();

  /**
   * Bytes that the operating system may hold for one socket on top; left to itself, it takes in
   * megabytes before anybody notices that the other end does not read. Linux doubles the number.
   */
  @WithDefault("128K")
  MemorySize sendBufferBytes();

  /**
   * A socket that has not caught up for so long, or has taken no answer to its pings, is cut off
   * with 4408; it resumes by seq.
   */
  @WithDefault("5s")
  Duration slow();

  /** A socket from which nothing came for so long, not even a pong, is taken for dead. */
  @WithDefault("75s")
  Duration silence();

  /**
   * Sockets that may be on their way in, their tickets being checked. Another is refused at the
   * upgrade with 503 and comes again, with jitter: when thousands come back at once, those who wait
   * wait at home, where they cost nothing.
   */
  @WithDefault("256")
  int arrivalsAtOnce();

  /**
   * Sockets of one person on one instance, with those on their way in; another is closed with 4430
   * as soon as it is open.
   */
  @WithDefault("10")
  int socketsPerPerson();

  /** Rooms that one socket may view at a time; another view is refused. */
  @WithDefault("20")
  int viewsPerSocket();

  /** Messages from one person in a minute, all at once or spread: {@code too-many-messages}. */
  @WithDefault("240")
  int messagesPerPersonPerMinute();

  /** Messages into one room in a minute, through one instance: {@code too-many-messages}. */
  @WithDefault("1200")
  int messagesPerRoomPerMinute();

  /** How often one person's writing in one room is told to the others. */
  @WithDefault("2s")
  Duration typingEvery();

  /** Messages in one transaction; what they bring to one socket leaves in one write. */
  @WithDefault("512")
  int messagesPerCommit();

  /** Messages that wait for the next transaction; more are {@code temporarily-unavailable}. */
  @WithDefault("10000")
  int messagesWaiting();

  /** Bytes of messages in the answers to one open or hello; older ones are paged from history. */
  @WithDefault("256K")
  MemorySize openingBytes();
}
