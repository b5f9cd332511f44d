package no.samsnakk.messaging.reading.agreement;

import static no.samsnakk.contracts.entry.AgreementPayload.Status.ACTIVE;
import static no.samsnakk.contracts.entry.AgreementPayload.Status.CANCELLED;
import static no.samsnakk.contracts.entry.AgreementPayload.Status.COMPLETED;
import static no.samsnakk.contracts.entry.AgreementResponsePayload.Response.ACCEPTED;
import static no.samsnakk.contracts.entry.AgreementResponsePayload.Response.OBJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.entry.AgreementPayload.Status;
import no.samsnakk.contracts.entry.AgreementResponsePayload.Response;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people agree on in two rooms, each is told what comes of all that was said there. */
@QuarkusTest
@WithTestResource(World.class)
class HistoryOfAgreementsTest extends Agreeing {
  /** What somebody has said: how a deal is to stand, or what she says of it. */
  private record Act(Person by, Deal deal, @Nullable Response response) {}

  /** What a deal is told as. */
  private record Told(
      UUID in, int about, int seq, Set<String> waitsFor, Set<String> objected, boolean lapsed) {
    static Told of(Map<String, Object> it) {
      return new Told(
          UUID.fromString((String) it.get("roomId")),
          (int) it.get("about"),
          (int) it.get("seq"),
          strings(it.get("waitsForIds")),
          strings(it.get("objectedIds")),
          (boolean) it.get("lapsed"));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> strings(Object list) {
      return new HashSet<>((List<String>) list);
    }
  }

  private final List<Act> acts = new ArrayList<>();
  private final List<Deal> deals = new ArrayList<>();
  private final Set<Person> gone = new HashSet<>();
  private final Set<Object> reached = new HashSet<>();
  private Random random;

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300})
  void what_is_told_is_what_all_that_was_said_comes_to(long seed) {
    random = new Random(seed);
    for (int step = 0; step < 120; step++) {
      somethingHappens();
      if (step % 10 == 9) {
        isToldAsItCameTo(vera, List.of(room, shared));
        isToldAsItCameTo(are, List.of(room, shared));
        isToldAsItCameTo(sara, gone.contains(sara) ? List.of() : List.of(shared));
      }
    }
    assertThat(reached)
        .contains("waits for somebody", "is agreed", "waits for whoever proposed", "lapsed")
        .containsAll(EnumSet.allOf(Status.class))
        .containsAll(EnumSet.allOf(Response.class));
  }

  private void isToldAsItCameTo(Person who, List<UUID> rooms) {
    assertThat(areAll(who)).isTrue();
    assertThat(standing(who).stream().map(Told::of))
        .containsExactlyInAnyOrderElementsOf(toldOf(rooms));
  }

  private void somethingHappens() {
    int at = deals.isEmpty() ? 0 : random.nextInt(deals.size());
    if (random.nextInt(12) == 0) {
      somebodyComesOrGoes(random.nextBoolean() ? sara : kari);
    } else if (deals.isEmpty() || random.nextInt(5) == 0) {
      var in = random.nextInt(3) == 0 ? room : shared;
      somebodyProposes(in, company(in));
    } else {
      somethingIsSaidOf(at);
    }
  }

  private void somebodyComesOrGoes(Person who) {
    if (gone.remove(who)) {
      // Who has no seat anywhere has no socket for long.
      who.closesAll();
      story.letsInAgain(shared, are, who);
    } else {
      gone.add(who);
      story.isRemovedSilently(who, shared);
    }
  }

  private void somebodyProposes(UUID in, List<Person> people) {
    var by = people.getFirst();
    var with = people.subList(1, people.size()).toArray(Person[]::new);
    var owner = random.nextBoolean() ? null : people.get(random.nextInt(people.size()));
    deals.add(
        isSaid(by, proposesToDo(by, in, owner, random.nextBoolean() ? null : inAWeek(), with)));
  }

  private void somethingIsSaidOf(int at) {
    var deal = deals.get(at);
    var people = present(deal);
    if (people.isEmpty()) {
      return;
    }
    Collections.shuffle(people, random);
    var by = people.getFirst();
    int what = random.nextInt(10);
    if (deal.says().status() != ACTIVE || what == 0) {
      var company = new LinkedHashSet<>(people);
      company.addAll(company(deal.in()));
      company.remove(by);
      deals.set(at, isSaid(by, saysInOtherWords(by, deal, company.toArray(Person[]::new))));
    } else if (what == 1) {
      deals.set(at, isSaid(by, ends(by, deal, random.nextBoolean() ? COMPLETED : CANCELLED)));
    } else if (!by.personId().equals(deal.says().proposedById())) {
      isAnswered(by, deal, random.nextInt(3) == 0 ? OBJECTED : ACCEPTED);
    }
  }

  private Deal isSaid(Person by, Deal deal) {
    acts.add(new Act(by, deal, null));
    reached.add(deal.says().status());
    return deal;
  }

  private void isAnswered(Person by, Deal deal, Response response) {
    if (response != responses(deal).get(by)) {
      answers(by, deal, response);
      acts.add(new Act(by, deal, response));
      reached.add(response);
    }
  }

  /** Two at least of those who are there. */
  private List<Person> company(UUID in) {
    var people = new ArrayList<>(in.equals(room) ? List.of(are, vera) : inShared());
    Collections.shuffle(people, random);
    return people.subList(0, 2 + random.nextInt(people.size() - 1));
  }

  private List<Person> inShared() {
    return Stream.of(are, vera, sara, kari).filter(it -> !gone.contains(it)).toList();
  }

  private List<Person> present(Deal deal) {
    return new ArrayList<>(
        inShared().stream()
            .filter(it -> deal.says().participantIds().contains(it.personId()))
            .toList());
  }

  /** All that was said, one after the other: new words end what was said of those before. */
  private List<Told> toldOf(List<UUID> rooms) {
    Map<String, Deal> newest = new HashMap<>();
    for (var act : acts) {
      newest.put(act.deal().in() + " " + act.deal().about(), act.deal());
    }
    return newest.values().stream()
        .filter(deal -> rooms.contains(deal.in()) && deal.says().status() == ACTIVE)
        .map(this::told)
        .toList();
  }

  private Map<Person, Response> responses(Deal deal) {
    Map<Person, Response> responses = new HashMap<>();
    for (var act : acts) {
      if (act.deal().in().equals(deal.in()) && act.deal().about() == deal.about()) {
        if (act.response() == null) {
          responses.clear();
        } else {
          responses.put(act.by(), act.response());
        }
      }
    }
    return responses;
  }

  private Told told(Deal deal) {
    var says = deal.says();
    var present = present(deal);
    var responses = responses(deal);
    var there = present.stream().map(Person::personId).toList();
    boolean lapsed =
        there.size() < 2 || (says.ownerId() != null && !there.contains(says.ownerId()));
    var objected = new HashSet<String>();
    var waitsFor = new HashSet<String>();
    for (var person : present) {
      boolean proposed = person.personId().equals(says.proposedById());
      if (responses.get(person) == OBJECTED) {
        objected.addAll(ids(person));
      }
      if (!lapsed && !proposed && !responses.containsKey(person)) {
        waitsFor.addAll(ids(person));
      }
    }
    var state = "is agreed";
    if (lapsed) {
      state = "lapsed";
    } else if (!waitsFor.isEmpty()) {
      state = "waits for somebody";
    } else if (!objected.isEmpty() && there.contains(says.proposedById())) {
      state = "waits for whoever proposed";
      waitsFor.add(says.proposedById().toString());
    } else if (!objected.isEmpty()) {
      state = "waits for those who are left";
      present.forEach(person -> waitsFor.addAll(ids(person)));
    }
    reached.add(state);
    return new Told(deal.in(), (int) deal.about(), (int) deal.seq(), waitsFor, objected, lapsed);
  }
}
