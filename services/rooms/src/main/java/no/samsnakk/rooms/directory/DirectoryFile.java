package no.samsnakk.rooms.directory;

import java.util.List;
import no.samsnakk.platform.caller.Me.Kind;
import org.jspecify.annotations.Nullable;

/** The directory file as it is written; nothing in it is trusted yet. */
record DirectoryFile(@Nullable List<Organisation> organisations, @Nullable List<Person> people) {
  record Organisation(@Nullable String number, @Nullable String name) {}

  record Person(
      @Nullable String identityNumber,
      @Nullable String name,
      @Nullable String email,
      @Nullable List<Role> roles) {
    /** Nothing of it (R9). */
    @Override
    public String toString() {
      return "Person[***]";
    }
  }

  record Role(@Nullable String organisation, @Nullable Kind kind, @Nullable String title) {}
}
