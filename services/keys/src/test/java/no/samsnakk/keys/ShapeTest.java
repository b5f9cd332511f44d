package no.samsnakk.keys;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Keys know nothing of who uses them. */
@AnalyzeClasses(packages = "no.samsnakk.keys", importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {
  @ArchTest
  static final ArchRule knows_no_service =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "no.samsnakk.rooms..",
              "no.samsnakk.messaging..",
              "no.samsnakk.audit..",
              "no.samsnakk.notifications..",
              "no.samsnakk.gateway..",
              "no.samsnakk.local..");

  @ArchTest
  static final ArchRule the_operators_endpoint_is_used_by_nobody =
      noClasses()
          .that()
          .resideInAPackage("no.samsnakk.keys")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("no.samsnakk.keys.operator");

  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses().should().callMethod(Instant.class, "now");
}
