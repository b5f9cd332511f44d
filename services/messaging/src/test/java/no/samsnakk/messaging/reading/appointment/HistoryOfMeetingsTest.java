package no.samsnakk.messaging.reading.appointment;

import static no.samsnakk.contracts.entry.AppointmentPayload.Status.BOOKED;
import static no.samsnakk.contracts.entry.AppointmentPayload.Status.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samsnakk.contracts.entry.AppointmentPayload.Slot;
import no.samsnakk.contracts.entry.AppointmentPayload.Status;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people agree on in two rooms, each is told what comes of all that was said there. */
@QuarkusTest
@WithTestResource(World.class)
class HistoryOfMeetingsTest extends Meetings {
  /** What a plan is told as, worked out anew from all plans. */
  private record Told(UUID in, int seq, String status, Set<String> waitsFor, List<Object> clashes) {
    static Told of(Map<String, Object> it) {
      return new Told(
          UUID.fromString((String) it.get("roomId")),
          (int) it.get("seq"),
          (String) it.get("status"),
          new HashSet<>(strings(it.get("waitsForIds"))),
          List.copyOf((List<?>) it.get("clashes")));
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object list) {
      return (List<String>) list;
    }
  }

  private final List<Plan> plans = new ArrayList<>();
  private final Map<Plan, Set<Person>> answered = new java.util.HashMap<>();
  private final Set<Status> reached = EnumSet.noneOf(Status.class);
  private Random random;
  private boolean hasClashed;

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300})
  void what_is_told_is_what_all_that_was_said_comes_to(long seed) {
    random = new Random(seed);
    IntStream.range(0, 60).forEach(step -> somethingIsSaid());

    assertThat(Set.copyOf(told(vera))).isEqualTo(expected(vera, List.of(room, shared)));
    assertThat(Set.copyOf(told(sara))).isEqualTo(expected(sara, List.of(shared)));
    assertThat(reached).containsExactlyInAnyOrder(Status.values());
    assertThat(hasClashed).isTrue();
  }

  private void somethingIsSaid() {
    int at = plans.isEmpty() ? 0 : random.nextInt(plans.size());
    if (plans.isEmpty() || random.nextInt(4) == 0) {
      plans.add(somebodyProposes());
    } else if (plans.get(at).says().status() != CANCELLED) {
      plans.set(at, isSaid(plans.get(at)));
    }
    plans.forEach(plan -> reached.add(plan.says().status()));
  }

  private Plan somebodyProposes() {
    var in = random.nextInt(3) == 0 ? room : shared;
    var people =
        new ArrayList<>(in.equals(room) ? List.of(are, vera) : List.of(are, vera, sara, kari));
    Collections.shuffle(people, random);
    var with = people.subList(1, 2 + random.nextInt(people.size() - 1));
    return proposes(people.getFirst(), in, with, times());
  }

  private Slot[] times() {
    return random
        .ints(8, 16)
        .distinct()
        .limit(1 + random.nextInt(3))
        .mapToObj(this::hour)
        .toArray(Slot[]::new);
  }

  private Plan isSaid(Plan plan) {
    var people = people(plan);
    var anybody = people.get(random.nextInt(people.size()));
    boolean booked = plan.says().status() == BOOKED;
    return switch (random.nextInt(8)) {
      case 0 -> moves(anybody, plan, times());
      case 1 -> cancels(booked ? anybody : proposer(plan), plan);
      case 2, 3, 4 ->
          booked ? plan : books(booker(plan), plan, random.nextInt(plan.says().slots().size()));
      default -> booked ? plan : isAnswered(plan);
    };
  }

  private Plan isAnswered(Plan plan) {
    var already = answered.computeIfAbsent(plan, fresh -> new HashSet<>());
    others(plan).stream()
        .filter(already::add)
        .findFirst()
        .ifPresent(person -> answers(person, plan, random.nextBoolean()));
    return plan;
  }

  private List<Person> people(Plan plan) {
    return Stream.of(are, vera, sara, kari)
        .filter(person -> plan.says().participantIds().contains(person.personId()))
        .toList();
  }

  private Person proposer(Plan plan) {
    return people(plan).stream()
        .filter(person -> person.personId().equals(plan.says().proposedById()))
        .findFirst()
        .orElseThrow();
  }

  private List<Person> others(Plan plan) {
    return people(plan).stream().filter(person -> !person.equals(proposer(plan))).toList();
  }

  private Person booker(Plan plan) {
    return others(plan).size() == 1 ? others(plan).getFirst() : proposer(plan);
  }

  private List<Told> told(Person who) {
    assertThat(areAll(who)).isTrue();
    return standing(who).stream().map(Told::of).toList();
  }

  private Set<Told> expected(Person who, List<UUID> rooms) {
    var hers =
        plans.stream()
            .filter(plan -> rooms.contains(plan.in()) && plan.says().status() != CANCELLED)
            .toList();
    var told = new HashSet<Told>();
    hers.forEach(
        plan ->
            told.add(
                new Told(
                    plan.in(),
                    (int) plan.seq(),
                    plan.says().status().name(),
                    new HashSet<>(ids(waitsFor(plan).toArray(Person[]::new))),
                    clashes(plan, toldOf(plan, who, hers)))));
    return told;
  }

  private List<Person> waitsFor(Plan plan) {
    if (plan.says().status() == BOOKED) {
      return List.of();
    }
    var silent = new ArrayList<>(others(plan));
    if (silent.size() > 1) {
      silent.removeAll(answered.getOrDefault(plan, Set.of()));
    }
    return silent.isEmpty() ? List.of(proposer(plan)) : silent;
  }

  /** In another room she is told of what she is to come to herself alone. */
  private static List<Plan> toldOf(Plan plan, Person who, List<Plan> hers) {
    return hers.stream()
        .filter(
            other ->
                other.in().equals(plan.in())
                    || other.says().participantIds().contains(who.personId()))
        .toList();
  }

  private List<Object> clashes(Plan plan, List<Plan> hers) {
    List<Object> clashes = new ArrayList<>();
    for (int place = 0; place < plan.says().slots().size(); place++) {
      var time = plan.slot(place);
      var taken =
          plan.says().participantIds().stream()
              .filter(it -> isTaken(it, plan, time, hers))
              .map(UUID::toString)
              .toList();
      if (!taken.isEmpty() && mayBe(plan, time)) {
        clashes.add(Map.of("slot", place, "personIds", taken));
      }
    }
    hasClashed |= !clashes.isEmpty();
    return clashes;
  }

  private static boolean mayBe(Plan plan, Slot time) {
    return plan.says().status() != BOOKED || time.equals(plan.says().booked());
  }

  /** All times are whole hours: those that overlap are the same. */
  private static boolean isTaken(UUID person, Plan plan, Slot time, List<Plan> hers) {
    return hers.stream()
        .filter(other -> !other.equals(plan) && other.says().status() == BOOKED)
        .filter(other -> other.says().participantIds().contains(person))
        .anyMatch(other -> Objects.equals(other.says().booked(), time));
  }
}
