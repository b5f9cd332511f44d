package no.samsnakk.messaging.reading.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;

/**
 * Who is taken when, by what is agreed, as one person may be told: by what is agreed in the same
 * room, and in other rooms by that to which she is to come herself. So nobody finds out by
 * proposing times in one room when others meet in another.
 */
final class Taken {
  /** Of what is agreed for one person on one day so many are looked at. */
  private static final int LOOKED_AT = 50;

  /** A meeting ends on the day on which it begins: two that overlap are of one day. */
  private record Day(UUID personId, LocalDate day) {}

  private record Agreed(Appointment appointment, Slot time) {}

  private final Map<Day, List<Agreed>> agreed = new HashMap<>();
  private final UUID personId;

  private Taken(UUID personId) {
    this.personId = personId;
  }

  static Taken by(List<Appointment> standing, UUID personId) {
    var taken = new Taken(personId);
    standing.stream()
        .filter(one -> !one.isLapsed())
        .forEach(one -> one.agreed().ifPresent(time -> taken.add(new Agreed(one, time))));
    return taken;
  }

  private void add(Agreed one) {
    for (var person : one.appointment().present()) {
      var day = agreed.computeIfAbsent(day(person, one.time()), fresh -> new ArrayList<>());
      if (day.size() < LOOKED_AT) {
        day.add(one);
      }
    }
  }

  private static Day day(UUID person, Slot time) {
    return new Day(person, time.start().toLocalDate());
  }

  /** At which of its times somebody who can come is to be elsewhere. */
  List<Clash> clashes(Appointment one) {
    var present = one.present();
    return one.places()
        .mapToObj(place -> new Clash(place, taken(one, present, one.says().slots().get(place))))
        .filter(clash -> !clash.personIds().isEmpty())
        .toList();
  }

  private List<UUID> taken(Appointment one, List<UUID> present, Slot time) {
    return present.stream().filter(person -> isElsewhere(person, one, time)).toList();
  }

  private boolean isElsewhere(UUID person, Appointment one, Slot time) {
    return agreed.getOrDefault(day(person, time), List.of()).stream()
        .filter(other -> overlap(other.time(), time))
        .anyMatch(other -> !other.appointment().isSame(one) && mayBeTold(other, one));
  }

  private boolean mayBeTold(Agreed other, Appointment one) {
    return other.appointment().roomId().equals(one.roomId())
        || other.appointment().concerns(personId);
  }

  /** What ends as the other begins does not touch it. */
  private static boolean overlap(Slot one, Slot other) {
    return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
  }
}
