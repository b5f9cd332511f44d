package no.samsnakk.messaging;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Features, not layers; the others only through contracts; time from the clock. */
@AnalyzeClasses(
    packages = "no.samsnakk.messaging",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {
  @ArchTest
  static final ArchRule knows_no_other_service =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "no.samsnakk.rooms..",
              "no.samsnakk.audit..",
              "no.samsnakk.notifications..",
              "no.samsnakk.gateway..",
              "no.samsnakk.local..");

  @ArchTest
  static final ArchRule features_have_no_circles =
      slices().matching("no.samsnakk.messaging.(*).(*)..").should().beFreeOfCycles();

  /** As {@code docs/architecture.md} draws them. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("wire.limits", "operations.log", "operations.trace"),
          List.of("wire.connection", "reading.access", "writing.batch"),
          List.of("wire.refusal", "reading.entry", "reading.position", "live.instance"),
          List.of("live.delivery", "reading.standing"),
          List.of("writing.conversation", "readtrace.view", "readtrace.readstate", "live.feed"),
          List.of(
              "wire.socket",
              "reading.history",
              "reading.question",
              "reading.appointment",
              "reading.agreement"));

  @ArchTest
  static void a_package_imports_only_from_the_rows_below_its_own(JavaClasses classes) {
    for (int row = 0; row < ROWS.size(); row++) {
      var above = ROWS.subList(row, ROWS.size()).stream().flatMap(List::stream).toList();
      for (String one : ROWS.get(row)) {
        noClasses()
            .that()
            .resideInAPackage("no.samsnakk.messaging." + one)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                above.stream()
                    .filter(other -> !other.equals(one))
                    .map(other -> "no.samsnakk.messaging." + other)
                    .toArray(String[]::new))
            .check(classes);
      }
    }
  }

  @ArchTest
  static void every_package_has_a_row(JavaClasses classes) {
    var rows = ROWS.stream().flatMap(List::stream).map(it -> "no.samsnakk.messaging." + it);

    assertThat(
            classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("no.samsnakk.messaging"))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(rows.toList());
  }

  @ArchTest
  static final ArchRule has_no_layers =
      noClasses()
          .should()
          .resideInAnyPackage("..service..", "..controller..", "..repository..", "..util..");

  @ArchTest
  static final ArchRule what_a_connection_is_knows_nothing_of_rooms =
      noClasses()
          .that()
          .resideInAPackage("..messaging.wire.connection..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..messaging.live.delivery..",
              "..messaging.writing.conversation..",
              "..messaging.readtrace.view..");

  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses().should().callMethod(Instant.class, "now");

  /** What was begun is ended, also where whoever asked for it has gone (R4). */
  @ArchTest
  static final ArchRule nothing_ends_halfway_because_a_tab_is_closed =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .and()
          .areNotInterfaces()
          .should()
          .beAnnotatedWith(
              describe(
                  "@Cancellable(false)",
                  annotation ->
                      annotation.getRawType().isEquivalentTo(Cancellable.class)
                          && annotation.get("value").equals(Optional.of(false))));
}
