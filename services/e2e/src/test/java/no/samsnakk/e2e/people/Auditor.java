package no.samsnakk.e2e.people;

import no.samsnakk.e2e.audit.LogSearch;
import no.samsnakk.e2e.signin.Menu;
import no.samsnakk.e2e.signin.Welcome;

/** Somebody who finds out for an organisation who saw what, and why. */
public final class Auditor extends Person {
  Auditor(DemoPerson who, Surroundings surroundings) {
    super(who, surroundings);
  }

  /** With two clicks, and is where she searches. */
  @Override
  public void signsIn() {
    new Welcome(window()).open().goOn().isShown().identify(name());
    new LogSearch(window()).isShown();
  }

  /** She says why, and gets the answer. */
  public LogSearch searchesTheLog(String reason) {
    opensMyRooms();
    new Menu(window()).choose("Søk i innsynsloggen");
    return new LogSearch(window()).isShown().search(reason);
  }
}
