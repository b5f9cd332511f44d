package no.samsnakk.e2e.rooms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import no.samsnakk.e2e.browser.Window;
import no.samsnakk.e2e.people.DemoPerson;
import no.samsnakk.e2e.people.Room;

/** One screen: for whom, what for, and with whom. */
public final class ProposalForm {
  private static final Pattern ADDRESS = Pattern.compile(".*/rooms/[0-9a-f-]{36}$");

  private final Window window;

  public ProposalForm(Window window) {
    this.window = window;
  }

  public ProposalForm isShown() {
    window.shows(window.title("Foreslå et rom"));
    return this;
  }

  public ProposalForm patient(DemoPerson patient) {
    window.field("Pasientens fødselsnummer").fill(patient.identityNumber());
    window.field("Pasientens navn").fill(patient.name());
    return this;
  }

  public ProposalForm purpose(String purpose) {
    window.field("Hva skal rommet brukes til?").fill(purpose);
    return this;
  }

  /** Found by the beginning of the name, as one types it. */
  public ProposalForm helper(String name) {
    window.searchbox("Søk etter navn eller virksomhet").fill(name.substring(0, 5));
    window.tap(window.button(Pattern.compile("^Legg til " + name)));
    window.shows(window.button("Ta bort " + name));
    return this;
  }

  /** What was filled in before stands there, but not the number. */
  public ProposalForm isAsLeft(DemoPerson patient, String purpose, String helper) {
    assertThat(window.field("Pasientens navn")).hasValue(patient.name());
    assertThat(window.field("Pasientens fødselsnummer")).hasValue("");
    assertThat(window.field("Hva skal rommet brukes til?")).hasValue(purpose);
    window.shows(window.button("Ta bort " + helper));
    window.inspectAndPicture("propose-begun");
    return this;
  }

  public void startOver() {
    window.tap(window.button("Begynn på nytt"));
    assertThat(window.field("Pasientens navn")).hasValue("");
  }

  /** Proposes, and is in the room, which waits for the patient. */
  public Room submit(DemoPerson patient, String purpose) {
    window.inspectAndPicture("propose");
    send();
    window.page().waitForURL(ADDRESS);
    window.shows(window.title(patient.name()));
    window.shows(window.heading(patient.firstName() + " har ikke samtykket ennå"));
    window.inspectAndPicture("waiting-for-consent");
    return new Room(window.page().url().replaceFirst(".*/", ""), patient.name(), purpose);
  }

  public void send() {
    window.tap(window.button("Foreslå rommet"));
  }
}
