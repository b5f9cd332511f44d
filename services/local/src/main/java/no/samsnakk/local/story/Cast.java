package no.samsnakk.local.story;

import java.net.http.HttpClient;
import java.util.List;
import java.util.function.Supplier;
import no.samsnakk.local.directory.Directory;

/** Those who have a part in the story, each with a browser of her own. */
record Cast(Person are, Person per, Person kari, Person frida, Person vera)
    implements AutoCloseable {

  /** As the directory has them. */
  static Cast of(Directory directory, String app, Supplier<HttpClient.Builder> client) {
    return new Cast(
        new Person(directory.named("Are Nordmann"), app, client),
        new Person(directory.named("Per Eksempel"), app, client),
        new Person(directory.named("Kari Kommunepsykolog"), app, client),
        new Person(directory.named("Frida Fastlege"), app, client),
        new Person(directory.named("Vera Veileder"), app, client));
  }

  List<Person> all() {
    return List.of(are, per, kari, frida, vera);
  }

  @Override
  public void close() {
    all().forEach(Person::close);
  }
}
