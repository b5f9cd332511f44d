package no.samsnakk.local;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.samsnakk.local.directory.Directory;
import no.samsnakk.local.directory.Directory.Person;
import no.samsnakk.local.directory.Directory.Role;

/** The last words of a start: where to go, and who one can be there. */
final class Welcome {
  private Welcome() {}

  static String text(Settings settings, Directory directory, StorySoFar story) {
    StringBuilder text = new StringBuilder("\nSamsnakk: " + settings.origin() + "\n");
    if (settings.ownMail()) {
      text.append("E-mail:   ").append(settings.local(Port.INBOX)).append('\n');
    }
    if (settings.ownKeycloak()) {
      text.append("\nSign in as one of these (a stand-in for BankID, made-up people):\n");
      text.append(table(directory));
    }
    return text.append(story.text()).toString();
  }

  private static String table(Directory directory) {
    List<Person> people = directory.people();
    int name = longest(people.stream().map(Person::name).toList());
    int role = longest(people.stream().map(directory::roleLine).toList());
    String line = "  %-" + name + "s  %-" + role + "s  %s\n";
    return people.stream()
        .map(
            person ->
                String.format(
                    Locale.ROOT, line, person.name(), directory.roleLine(person), may(person)))
        .collect(Collectors.joining());
  }

  private static int longest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(1);
  }

  static String may(Person person) {
    return person.roles().isEmpty()
        ? "as a patient: consents, approves helpers, writes, sees who has read, withdraws"
        : person.roles().stream().map(Welcome::may).distinct().collect(Collectors.joining("; "));
  }

  private static String may(Role role) {
    return switch (role.kind()) {
      case "PROFESSIONAL" -> "proposes rooms, invites helpers, writes";
      case "AUDITOR" -> "searches the access log of the organisation";
      case "ADMINISTRATOR" -> "keeps the organisation's people up to date";
      default -> role.kind();
    };
  }
}
