package no.samsnakk.e2e.stage;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.samsnakk.e2e.browser.Chromium;
import no.samsnakk.e2e.browser.Inspection;
import no.samsnakk.e2e.browser.Pictures;
import no.samsnakk.e2e.people.Cast;
import no.samsnakk.e2e.people.Device;
import no.samsnakk.e2e.people.Directory;
import no.samsnakk.e2e.people.Person;
import no.samsnakk.e2e.people.Surroundings;

/** What every journey needs, started once. */
final class Stage implements AutoCloseable {
  private final Samsnakk samsnakk;
  private final Chromium chromium;
  private final Directory directory;
  private final Inspection inspection;
  private final Pictures pictures;
  private final Cast cast;

  private Stage(Samsnakk samsnakk, Chromium chromium, Path root, Path build) {
    this.samsnakk = samsnakk;
    this.chromium = chromium;
    directory = new Directory(root.resolve("deploy/demo/directory.json"));
    inspection = new Inspection(samsnakk.addresses().app());
    pictures = new Pictures(build, root.resolve("docs"));
    cast =
        new Cast(
            new Surroundings(
                samsnakk.addresses(), chromium, directory, inspection, pictures, Device.PHONE));
  }

  static Stage set() {
    Path build = Path.of(System.getProperty("samsnakk.build", "target")).toAbsolutePath();
    Path root = build.getParent().getParent().getParent();
    Samsnakk samsnakk = Samsnakk.fresh(root);
    samsnakk.up();
    return new Stage(samsnakk, Chromium.start(), root, build);
  }

  /** Everything that a journey can ask for. */
  List<Object> things() {
    return List.of(cast, samsnakk, samsnakk.addresses(), directory, inspection);
  }

  /** What happened in any browser that must not happen in one, and what axe found. */
  List<String> complaints() {
    Stream<String> guarded =
        cast.present().stream()
            .flatMap(it -> it.violations().stream().map(what -> it.name() + ": " + what));
    return Stream.concat(guarded, inspection.findings().stream()).toList();
  }

  /** What everybody sees now, as pictures and as what a screen reader gets. */
  void recordFailure(String failure) {
    for (Person person : cast.present()) {
      for (Page page : person.pages()) {
        pictures.ofFailure(page, failure + "-" + person.who().firstName());
      }
    }
  }

  @Override
  public void close() {
    pictures.writePage();
    chromium.close();
    samsnakk.close();
  }
}
