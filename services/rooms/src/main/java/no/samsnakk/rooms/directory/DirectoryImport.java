package no.samsnakk.rooms.directory;

import static no.samsnakk.rooms.log.RoomsLog.LOG;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.identity.RowSeal;
import no.samsnakk.rooms.organisation.Organisation;
import no.samsnakk.rooms.organisation.Organisations;
import no.samsnakk.rooms.person.ChangedRows;
import no.samsnakk.rooms.person.Entered;
import no.samsnakk.rooms.person.NameSource;
import no.samsnakk.rooms.person.People;
import no.samsnakk.rooms.person.Person;

/**
 * Makes the database say what a directory says. Doing it again changes nothing and tells nobody
 * anything. A role that the directory no longer holds has ended; its seats are emptied afterwards.
 */
@ApplicationScoped
class DirectoryImport {
  /** Two instances that start at once take turns. */
  private static final String ONE_AT_A_TIME =
      "select 1 from turn where name = 'directory' for update";

  /** Later a row without a seal could be anybody's. */
  private static final String NOT_DONE_BEFORE =
      """
      insert into done_once (what) values ('seal ended roles')
      on conflict do nothing returning 1""";

  private final Organisations organisations;
  private final People people;
  private final Roles roles;
  private final RowSeal seals;
  private final PersonPublisher publisher;
  private final Clock clock;

  DirectoryImport(
      Organisations organisations,
      People people,
      Roles roles,
      RowSeal seals,
      PersonPublisher publisher,
      Clock clock) {
    this.organisations = organisations;
    this.people = people;
    this.roles = roles;
    this.seals = seals;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** All of it in one transaction. */
  Uni<Void> carryOut(Directory directory) {
    return Panache.withTransaction(
        () ->
            alone()
                .chain(() -> organisations(directory))
                .chain(numbers -> people(directory, numbers)));
  }

  private Uni<Void> alone() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(ONE_AT_A_TIME).getResultList())
        .replaceWithVoid();
  }

  private Uni<Run> organisations(Directory directory) {
    return Panache.getSession()
        .chain(
            session -> session.createQuery("from Organisation", Organisation.class).getResultList())
        .chain(known -> organisations(directory, known));
  }

  private Uni<Run> organisations(Directory directory, List<Organisation> known) {
    var run = new Run();
    known.forEach(organisation -> run.organisations.put(organisation.number(), organisation));
    return Multi.createFrom()
        .iterable(directory.organisations())
        .onItem()
        .transformToUniAndConcatenate(listed -> organisation(listed, run))
        .collect()
        .asList()
        .replaceWith(run);
  }

  private Uni<Void> organisation(Directory.Organisation listed, Run run) {
    var known = run.organisations.get(listed.number());
    if (known == null) {
      var made = new Organisation(listed.number(), listed.name());
      run.organisations.put(listed.number(), made);
      return organisations.persist(made).replaceWithVoid();
    }
    if (known.called(listed.name())) {
      run.renamed.add(known.organisationId());
    }
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> people(Directory directory, Run run) {
    return roles
        .listAll()
        .invoke(run::know)
        .chain(() -> people.changedAmong(run.holders()))
        .invoke(changed -> run.changedRows = changed)
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(directory.people())
                    .onItem()
                    .transformToUniAndConcatenate(listed -> person(listed, run))
                    .collect()
                    .asList())
        .chain(() -> endTheRest(run))
        .call(() -> sealEndedFirst(run))
        .chain(() -> tell(run))
        .invoke(() -> LOG.directoryRead(directory.people().size(), run.held.size(), run.ended));
  }

  /** Where somebody has changed her row, she is left as she is; all others go on. */
  private Uni<Void> person(Directory.Person listed, Run run) {
    if (run.changedRows.numbers().contains(listed.number())) {
      return Uni.createFrom().voidItem();
    }
    return people
        .enter(listed.number(), listed.name(), NameSource.DIRECTORY)
        .onFailure(Refusal.class)
        .recoverWithNull()
        .onItem()
        .ifNotNull()
        .transformToUni(entered -> update(entered, listed, run));
  }

  private Uni<Void> update(Entered entered, Directory.Person listed, Run run) {
    var person = entered.person();
    boolean news = entered.isNew();
    // A patient is called what BankID calls her; a professional what her organisation does.
    if (!listed.roles().isEmpty() || person.name().isEmpty()) {
      news |= person.called(listed.name(), NameSource.DIRECTORY, clock.instant());
    }
    news |= person.listedAt(listed.email(), clock.instant());
    if (news) {
      run.changed.put(person.personId(), person);
    }
    return Multi.createFrom()
        .iterable(listed.roles())
        .onItem()
        .transformToUniAndConcatenate(role -> role(person, role, run))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Void> role(Person person, Directory.Role listed, Run run) {
    var organisationId = run.organisation(listed.organisationNumber()).organisationId();
    var place = new Place(person.personId(), organisationId, listed.kind().name());
    var known = run.roles.get(place);
    run.held.add(place);
    if (known == null) {
      run.changedRoleOf(person, clock);
      var made = new Role(person.personId(), organisationId, listed.kind(), listed.title(), seals);
      return roles.persist(made).replaceWithVoid();
    }
    if (known.held(listed.title(), seals)) {
      run.changedRoleOf(person, clock);
    }
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> endTheRest(Run run) {
    var over =
        run.roles.entrySet().stream()
            .filter(known -> run.isOver(known.getKey(), known.getValue()))
            .map(Map.Entry::getValue)
            .toList();
    run.ended = over.size();
    over.forEach(role -> role.end(clock.instant(), seals));
    var concerned = new HashSet<UUID>();
    over.forEach(role -> concerned.add(role.personId()));
    run.roles.values().stream()
        .filter(role -> !role.ended() && run.renamed.contains(role.organisationId()))
        .forEach(role -> concerned.add(role.personId()));
    return people
        .byIdsForChange(concerned)
        .invoke(found -> found.values().forEach(person -> run.changedRoleOf(person, clock)))
        .replaceWithVoid();
  }

  /** Those that ended before there were seals get theirs at the first reading, and only then. */
  private Uni<Void> sealEndedFirst(Run run) {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(NOT_DONE_BEFORE, Integer.class).getResultList())
        .invoke(
            first -> {
              if (!first.isEmpty()) {
                run.roles.values().stream()
                    .filter(Role::ended)
                    .forEach(role -> role.sealFirst(seals));
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> tell(Run run) {
    return Multi.createFrom()
        .iterable(run.changed.values())
        .onItem()
        .transformToUniAndConcatenate(publisher::tell)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  /** Where a role is: one of each kind for a person in an organisation. */
  private record Place(UUID personId, UUID organisationId, String kind) {}

  /** What one import knows and has found out. */
  private static final class Run {
    final Map<String, Organisation> organisations = new HashMap<>();
    final Set<UUID> renamed = new HashSet<>();
    final Map<Place, Role> roles = new HashMap<>();
    final Set<Place> held = new HashSet<>();
    final Map<UUID, Person> changed = new HashMap<>();
    ChangedRows changedRows = new ChangedRows(Set.of(), Set.of());
    int ended;

    List<UUID> holders() {
      return roles.keySet().stream().map(Place::personId).distinct().toList();
    }

    /** Nothing can be said of whom the directory lists where her row was changed. */
    boolean isOver(Place place, Role role) {
      return !held.contains(place)
          && !role.ended()
          && !changedRows.people().contains(place.personId());
    }

    void know(List<Role> all) {
      for (var role : all) {
        roles.put(new Place(role.personId(), role.organisationId(), role.kind().name()), role);
      }
    }

    Organisation organisation(String number) {
      var found = organisations.get(number);
      if (found == null) {
        throw new IllegalStateException("a checked directory names an organisation it lacks");
      }
      return found;
    }

    void changedRoleOf(Person person, Clock clock) {
      if (changed.put(person.personId(), person) == null) {
        person.changed(clock.instant());
      }
    }
  }
}
