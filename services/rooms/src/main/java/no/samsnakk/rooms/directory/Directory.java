package no.samsnakk.rooms.directory;

import java.util.List;
import no.samsnakk.platform.caller.Me.Kind;
import no.samsnakk.rooms.identity.IdentityNumber;
import org.jspecify.annotations.Nullable;

/** A directory in which everything has been checked. */
record Directory(List<Organisation> organisations, List<Person> people) {
  record Organisation(String number, String name) {}

  record Person(IdentityNumber number, String name, @Nullable String email, List<Role> roles) {
    /** Nothing of it (R9). */
    @Override
    public String toString() {
      return "Person[***]";
    }
  }

  record Role(String organisationNumber, Kind kind, String title) {}
}
