package no.samsnakk.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a thread was doing, by its stack; innermost frame first. */
class WorkTest {
  @Test
  void aSystemCallIsWhatItIsWhoeverWantedIt() {
    assertEquals(
        Work.SOCKET_WRITES,
        Work.of(
            List.of(
                "sun.nio.ch.SocketDispatcher.write0",
                "io.netty.channel.socket.nio.NioSocketChannel.doWrite",
                "io.vertx.pgclient.impl.PgSocketConnection.flush")));
    assertEquals(Work.WAITING, Work.of(List.of("sun.nio.ch.EPoll.wait")));
  }

  @Test
  void otherwiseTheInnermostThatHasANameTakesIt() {
    assertEquals(
        Work.JSON,
        Work.of(
            List.of(
                "java.lang.String.hashCode",
                "com.fasterxml.jackson.core.json.WriterBasedJsonGenerator.writeString",
                "no.samsnakk.messaging.writing.conversation.MessageWriter.write")));
    assertEquals(
        Work.ENCRYPTION,
        Work.of(
            List.of(
                "com.sun.crypto.provider.GaloisCounterMode.doFinal",
                "no.samsnakk.keys.RoomCipher.encrypt")));
    assertEquals(
        Work.OURS,
        Work.of(
            List.of(
                "java.util.HashMap.get", "no.samsnakk.messaging.live.delivery.RoomChannel.tell")));
  }

  @Test
  void whatNobodyHasANameForIsStillCounted() {
    assertEquals(
        Work.NETWORK, Work.of(List.of("java.util.Arrays.fill", "io.netty.buffer.PoolArena.a")));
    assertEquals(Work.ELSE, Work.of(List.of("java.util.TimerThread.run")));
    assertEquals(Work.UNKNOWN, Work.of(List.of()));
  }
}
