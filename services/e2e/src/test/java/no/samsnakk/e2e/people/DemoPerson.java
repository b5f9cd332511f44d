package no.samsnakk.e2e.people;

/** One of the made-up people in {@code deploy/demo/directory.json}. */
public record DemoPerson(String name, String identityNumber, String email) {
  public String firstName() {
    return name.substring(0, name.indexOf(' '));
  }
}
