package no.samsnakk.rooms.directory;

import static no.samsnakk.rooms.log.RoomsLog.LOG;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.bekk.bekkopen.org.OrganisasjonsnummerValidator;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.text.Text;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.identity.IdentityNumber;
import no.samsnakk.rooms.identity.IdentityNumbers;
import no.samsnakk.rooms.person.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Reads a directory file, all of it or nothing, but for an e-mail address that is none: that one is
 * left out. What is wrong is told by place ({@code people[3]}), never by repeating a number, a name
 * or an address (R9).
 */
@ApplicationScoped
class DirectoryReader {
  private final IdentityNumbers numbers;

  DirectoryReader(IdentityNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * The directory in this file.
   *
   * @throws IllegalStateException with the operator's message if any of it cannot be used
   */
  Directory read(Path file) {
    try {
      var written = Json.MAPPER.readValue(Files.readAllBytes(file), DirectoryFile.class);
      return new Check(file).checked(written);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      var where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw LOG.directoryUnreadable(file.toString(), where);
    } catch (IOException e) {
      throw LOG.directoryUnreadable(file.toString(), e.getClass().getSimpleName());
    }
  }

  private final class Check {
    private final Path file;

    Check(Path file) {
      this.file = file;
    }

    Directory checked(@Nullable DirectoryFile written) {
      if (written == null || written.organisations() == null || written.people() == null) {
        throw wrong("the file", "organisations or people are missing");
      }
      var listed = written.organisations();
      var organisations =
          each(listed.size(), i -> organisation(listed.get(i), "organisations[" + i + "]"));
      var known =
          organisations.stream().map(Directory.Organisation::number).collect(Collectors.toSet());
      if (known.size() < organisations.size()) {
        throw wrong("organisations", "a number stands there twice");
      }
      var people = written.people();
      var checked = each(people.size(), i -> person(people.get(i), "people[" + i + "]", known));
      refuseTwice(checked);
      return new Directory(organisations, checked);
    }

    private Directory.Organisation organisation(
        DirectoryFile.@Nullable Organisation written, String where) {
      var number = text(written == null ? null : written.number(), where, "number");
      if (!OrganisasjonsnummerValidator.isValid(number)) {
        throw wrong(where, "the organisation number is invalid");
      }
      return new Directory.Organisation(
          number, text(Objects.requireNonNull(written).name(), where, "name"));
    }

    private Directory.Person person(
        DirectoryFile.@Nullable Person written, String where, Set<String> organisations) {
      var number = number(written == null ? null : written.identityNumber(), where);
      var person = Objects.requireNonNull(written);
      List<DirectoryFile.Role> listed = person.roles() == null ? List.of() : person.roles();
      var roles =
          each(listed.size(), i -> role(listed.get(i), where + ".roles[" + i + "]", organisations));
      var places = new HashSet<>();
      if (!roles.stream().allMatch(r -> places.add(List.of(r.organisationNumber(), r.kind())))) {
        throw wrong(where, "a role of one kind in one organisation stands there twice");
      }
      var name = text(person.name(), where, "name");
      return new Directory.Person(number, name, email(person.email(), where), roles);
    }

    /** One that is none harms nobody but whom it was to reach: she is asked when she signs in. */
    private @Nullable String email(@Nullable String written, String where) {
      if (written == null || EmailAddress.is(written)) {
        return written;
      }
      LOG.directoryAddressLeftOut(file.toString(), where);
      return null;
    }

    private Directory.Role role(
        DirectoryFile.@Nullable Role written, String where, Set<String> organisations) {
      var organisation =
          text(written == null ? null : written.organisation(), where, "organisation");
      if (!organisations.contains(organisation)) {
        throw wrong(where, "its organisation is not in the file");
      }
      var role = Objects.requireNonNull(written);
      if (role.kind() == null) {
        throw wrong(where, "kind is missing");
      }
      return new Directory.Role(organisation, role.kind(), text(role.title(), where, "title"));
    }

    private IdentityNumber number(@Nullable String written, String where) {
      try {
        return numbers.read(text(written, where, "identityNumber"));
      } catch (Refusal refused) {
        throw wrong(where, refused.reason().code());
      }
    }

    private void refuseTwice(List<Directory.Person> people) {
      var seen = new HashSet<IdentityNumber>();
      for (int i = 0; i < people.size(); i++) {
        if (!seen.add(people.get(i).number())) {
          throw wrong("people[" + i + "]", "this person stands there twice");
        }
      }
    }

    private String text(@Nullable String written, String where, String field) {
      var text = Text.trimmed(written == null ? "" : written);
      if (Text.LINE.fault(text, 1, 200).isPresent()) {
        throw wrong(where, field + " is missing, too long or no plain text");
      }
      return text;
    }

    private IllegalStateException wrong(String where, String what) {
      return LOG.directoryInvalid(file.toString(), where, what);
    }

    private static <T> List<T> each(int size, IntFunction<T> item) {
      return IntStream.range(0, size).mapToObj(item).toList();
    }
  }
}
