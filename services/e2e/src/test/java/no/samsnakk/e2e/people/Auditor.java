package no.samsnakk.e2e.people;

import no.samsnakk.e2e.audit.LogSearch;
import no.samsnakk.e2e.signin.Menu;

/** Somebody who finds out for an organisation who saw what, and why. */
public final class Auditor extends Person {
  Auditor(DemoPerson who, Surroundings surroundings) {
    super(who, surroundings);
  }

  /** She says why, and gets the answer. */
  public LogSearch searchesTheLog(String reason) {
    opensMyRooms();
    new Menu(window()).choose("Søk i innsynsloggen");
    return new LogSearch(window()).isShown().search(reason);
  }
}
