package no.samsnakk.rooms.asking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Reckons the pauses, and refuses with {@code asked-too-recently} whoever is too early. */
@ApplicationScoped
public class Pauses {
  private static final int MOST_DOUBLINGS = 20;

  private final AskingConfig config;
  private final Clock clock;

  Pauses(AskingConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /** Whether a room may be proposed again for somebody who was asked all this before. */
  void requireMayPropose(List<Asked> before) {
    Stream.of(afterNoes(before), afterTakingBack(before))
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .ifPresent(until -> requirePast(until, null));
  }

  /**
   * Whether the patient may be asked again for somebody whom he has refused.
   *
   * @param refusals how often he has, without a yes since
   */
  public void requireMayInvite(UUID roomId, int refusals, Instant last) {
    if (refusals > 0 && last.isAfter(oldest())) {
      requirePast(last.plus(pause(config.afterNo(), refusals)), roomId);
    }
  }

  /**
   * From the last no, or from the last time it was asked after it: one may ask once in a pause.
   * What a colleague took back before it was answered does not count, nor what he asked before the
   * last yes, or one alone could keep all the others waiting. A yes to a colleague is none to
   * somebody who had a no himself.
   */
  private Optional<Instant> afterNoes(List<Asked> before) {
    var yes = lastYes(before);
    var noes =
        Stream.concat(
                noesSince(lastYes(own(before)), own(before).stream()),
                noesSince(yes, before.stream().filter(asked -> !asked.own())))
            .toList();
    return noes.stream()
        .max(Instant::compareTo)
        .map(
            last ->
                before.stream()
                    .filter(asked -> asked.own() || !asked.takenBack() && asked.at().isAfter(yes))
                    .map(Asked::at)
                    .reduce(last, Pauses::later))
        .map(last -> last.plus(pause(config.afterNo(), noes.size())));
  }

  private static Stream<Instant> noesSince(Instant from, Stream<Asked> asked) {
    return asked.flatMap(Asked::no).filter(at -> at.isAfter(from));
  }

  private Optional<Instant> afterTakingBack(List<Asked> before) {
    var own = own(before);
    var from = lastYes(own);
    var vain = own.stream().filter(asked -> asked.vain() && asked.at().isAfter(from)).toList();
    int slips = vain.stream().anyMatch(Asked::open) ? 0 : 1;
    return vain.size() <= slips
        ? Optional.empty()
        : vain.stream()
            .map(Asked::lastChange)
            .max(Instant::compareTo)
            .map(last -> last.plus(pause(config.afterTakingBack(), vain.size() - slips)));
  }

  private static List<Asked> own(List<Asked> before) {
    return before.stream().filter(Asked::own).toList();
  }

  /** What was before it counts for nothing; nor does what is longer ago than is remembered. */
  private Instant lastYes(List<Asked> asked) {
    return asked.stream().flatMap(Asked::yes).reduce(oldest(), Pauses::later);
  }

  private Instant oldest() {
    return clock.instant().minus(config.remember());
  }

  private Duration pause(Duration first, int times) {
    var doubled = first.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
    return doubled.compareTo(config.longest()) > 0 ? config.longest() : doubled;
  }

  private void requirePast(Instant until, @Nullable UUID roomId) {
    if (clock.instant().isBefore(until)) {
      throw new Refusal(RefusalCode.ASKED_TOO_RECENTLY, roomId, until);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
