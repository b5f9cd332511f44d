package no.samsnakk.messaging.reading.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;

/** Who is taken when, by what is agreed. */
final class Taken {
  /** A meeting ends on the day on which it begins: two that overlap are of one day. */
  private record Day(UUID personId, LocalDate day) {}

  private final Map<Day, List<Appointment>> agreed = new HashMap<>();

  private Taken() {}

  static Taken by(List<Appointment> standing) {
    var taken = new Taken();
    standing.forEach(one -> one.agreed().ifPresent(time -> taken.add(one, time)));
    return taken;
  }

  private void add(Appointment one, Slot time) {
    one.present()
        .forEach(
            person ->
                agreed.computeIfAbsent(day(person, time), fresh -> new ArrayList<>()).add(one));
  }

  private static Day day(UUID person, Slot time) {
    return new Day(person, time.start().toLocalDate());
  }

  /** At which of its times somebody who can come is to be elsewhere. */
  List<Clash> clashes(Appointment one) {
    return one.places()
        .mapToObj(place -> new Clash(place, taken(one, one.says().slots().get(place))))
        .filter(clash -> !clash.personIds().isEmpty())
        .toList();
  }

  private List<UUID> taken(Appointment one, Slot time) {
    return one.present().stream().filter(person -> isElsewhere(person, one, time)).toList();
  }

  private boolean isElsewhere(UUID person, Appointment one, Slot time) {
    return agreed.getOrDefault(day(person, time), List.of()).stream()
        .filter(other -> !other.equals(one))
        .anyMatch(other -> other.agreed().filter(then -> overlap(then, time)).isPresent());
  }

  /** What ends as the other begins does not touch it. */
  private static boolean overlap(Slot one, Slot other) {
    return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
  }
}
