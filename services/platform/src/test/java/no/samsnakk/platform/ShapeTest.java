package no.samsnakk.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What two services share knows none of them. */
@AnalyzeClasses(
    packages = "no.samsnakk.platform",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {
  @ArchTest
  static final ArchRule knows_no_service =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "no.samsnakk.rooms..",
              "no.samsnakk.messaging..",
              "no.samsnakk.notifications..",
              "no.samsnakk.audit..",
              "no.samsnakk.gateway..",
              "no.samsnakk.keys..");

  @ArchTest
  static final ArchRule has_no_circles =
      slices().matching("no.samsnakk.platform.(*)..").should().beFreeOfCycles();
}
