package no.samsnakk.local.story;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Are's story as it was told in 2021, up to his question about 11 November, and what else makes a
 * list a list. Who signs in then finds something to do: Vera has not read Are's question and owes
 * Kari an answer, Are is asked about Sara and about one more room.
 */
final class Plot {
  private static final String FRIDA = "Frida Fastlege";
  private static final String VERA = "Vera Veileder";
  private static final String SARA = "Sara Psykolog";

  private final Beginning beginning;
  private final Cast cast;

  Plot(Beginning beginning, Cast cast) {
    this.beginning = beginning;
    this.cast = cast;
  }

  /** From the first sign-in to the last sign-out. */
  void tell() {
    UUID ares = beginning.id("Are's room");
    UUID pers = beginning.id("Per's room");
    together(cast.all(), Person::signsIn);
    cast.kari()
        .proposes(
            ares,
            cast.are(),
            "Holde hverandre oppdatert mens Are venter på DPS",
            List.of(FRIDA, VERA));
    cast.kari().proposes(pers, cast.per(), "Finne arbeidstrening til Per", List.of(VERA));
    together(
        List.of(
            () -> cast.are().consents(ares, List.of(FRIDA, VERA)),
            () -> cast.per().consents(pers, List.of(VERA)),
            this::fridaAsksToo),
        Runnable::run);
    kariAsksVera(pers);
    theyTalkAboutAre(ares);
    together(cast.all(), Person::signsOut);
  }

  /** This one Are answers himself: whoever signs in as he. */
  private void fridaAsksToo() {
    UUID room = beginning.id("Frida's room");
    cast.frida().proposes(room, cast.are(), "Planlegge veien tilbake til jobb", List.of(VERA));
  }

  private void kariAsksVera(UUID room) {
    String text =
        "Hei, Vera! Per vil gjerne prøve arbeidstrening to dager i uka. Har NAV noe som passer?";
    says(cast.kari(), room, text);
    cast.kari()
        .asks(room, beginning.id("Kari's question"), beginning.id(room + " " + text), cast.vera());
  }

  private void theyTalkAboutAre(UUID room) {
    says(
        cast.kari(),
        room,
        "Hei, alle! Her kan vi holde hverandre oppdatert om det som gjelder Are."
            + " Are, du kan lese alt, og skrive når du vil.");
    says(
        cast.vera(),
        room,
        "Hei! Are og jeg har avtalt et møte på NAV i november. Si fra her hvis noe endrer seg.");
    says(cast.frida(), room, "Henvisningen til DPS er sendt, Are. Svaret kommer i posten til deg.");
    says(
        cast.kari(),
        room,
        "Takk, Frida! Jeg foreslår Sara fra DPS til rommet, så kan vi spørre henne direkte.");
    cast.kari().invites(SARA, room);
    says(
        cast.are(),
        room,
        "Hei. Jeg har fått time hos DPS 11. november, men akkurat den dagen kan jeg ikke."
            + " Kan jeg bytte?");
  }

  private void says(Person who, UUID room, String text) {
    who.writes(room, beginning.id(room + " " + text), text);
  }

  /** All at once: each waits mostly for others. */
  private static <T> void together(Collection<T> each, Consumer<? super T> act) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      each.stream()
          .map(one -> CompletableFuture.runAsync(() -> act.accept(one), threads))
          .toList()
          .forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof NotTold notTold ? notTold : e;
    }
  }
}
