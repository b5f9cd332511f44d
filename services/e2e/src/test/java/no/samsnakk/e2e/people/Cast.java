package no.samsnakk.e2e.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Everybody in the story. Each comes in when first named, with a browser of her own. */
public final class Cast {
  private final Surroundings surroundings;
  private final Device device;
  private final Map<Place, Person> present;

  /** Where somebody is. */
  private record Place(String name, Device device) {}

  public Cast(Surroundings surroundings) {
    this(surroundings, Device.PHONE, new LinkedHashMap<>());
  }

  private Cast(Surroundings surroundings, Device device, Map<Place, Person> present) {
    this.surroundings = surroundings;
    this.device = device;
    this.present = present;
  }

  /** The same people again, each with a browser of its own at another device. */
  public Cast at(Device other) {
    return new Cast(surroundings, other, present);
  }

  public Patient are() {
    return person("Are Nordmann", Patient.class, Patient::new);
  }

  /** A patient without rooms. */
  public Patient per() {
    return person("Per Eksempel", Patient.class, Patient::new);
  }

  public Professional kari() {
    return professional("Kari Kommunepsykolog");
  }

  public Professional frida() {
    return professional("Frida Fastlege");
  }

  public Professional vera() {
    return professional("Vera Veileder");
  }

  public Professional sara() {
    return professional("Sara Psykolog");
  }

  /** Works where Sara works, and is curious. */
  public Professional nils() {
    return professional("Nils Nysgjerrig");
  }

  public Auditor anne() {
    return person("Anne Auditor", Auditor.class, Auditor::new);
  }

  /** Those that have come in. */
  public Collection<Person> present() {
    return present.values();
  }

  /** They sign in, where they are not already. */
  public void signIn(Person... people) {
    for (Person person : people) {
      person.isSignedIn();
    }
  }

  /** A room for Are in which Kari, Frida, Vera and he himself take part. */
  public Room roomForAll(String purpose) {
    signIn(kari(), frida(), vera(), are());
    Room room = kari().hasProposedARoomFor(are().who(), purpose, frida(), vera());
    are().letsEverybodyIn(room);
    return room;
  }

  private Professional professional(String name) {
    return person(name, Professional.class, Professional::new);
  }

  private <P extends Person> P person(
      String name, Class<P> kind, BiFunction<DemoPerson, Surroundings, P> comesIn) {
    DemoPerson who = surroundings.directory().named(name);
    return kind.cast(
        present.computeIfAbsent(
            new Place(name, device), it -> comesIn.apply(who, surroundings.at(device))));
  }
}
