package no.samsnakk.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

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
}
