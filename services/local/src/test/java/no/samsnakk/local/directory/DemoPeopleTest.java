package no.samsnakk.local.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import no.bekk.bekkopen.org.OrganisasjonsnummerValidator;
import no.bekk.bekkopen.person.FodselsnummerValidator;
import no.samsnakk.local.Home;
import no.samsnakk.local.directory.Directory.Organisation;
import no.samsnakk.local.directory.Directory.Person;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {
  private final Directory directory = Directory.read(Home.find().deploy("demo/directory.json"));

  @Test
  void everyIdentityNumberIsValid_andSynthetic() {
    for (Person person : directory.people()) {
      int month = Integer.parseInt(person.identityNumber().substring(2, 4));
      assertTrue(month > 80 && month <= 92, person + " is not synthetic");
      FodselsnummerValidator.ALLOW_SYNTHETIC_NUMBERS = true;
      assertTrue(FodselsnummerValidator.isValid(person.identityNumber()), person + " is not valid");
    }
  }

  @Test
  void everyOrganisationNumberIsValid() {
    for (Organisation organisation : directory.organisations()) {
      assertTrue(OrganisasjonsnummerValidator.isValid(organisation.number()), organisation.name());
    }
  }

  @Test
  void nobodyIsThereTwice() {
    List<String> numbers = directory.people().stream().map(Person::identityNumber).toList();
    List<String> names = directory.people().stream().map(Person::username).toList();
    assertEquals(numbers.size(), new HashSet<>(numbers).size());
    assertEquals(names.size(), new HashSet<>(names).size());
  }

  @Test
  void everyRoleIsInAnOrganisationOfTheFile() {
    directory.people().forEach(directory::roleLine);
  }
}
