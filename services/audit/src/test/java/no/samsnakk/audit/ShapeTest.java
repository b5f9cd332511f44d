package no.samsnakk.audit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Features, not layers; the others only through contracts; time from the clock. */
@AnalyzeClasses(
    packages = "no.samsnakk.audit",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {
  @ArchTest
  static final ArchRule knows_no_other_service =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "no.samsnakk.rooms..",
              "no.samsnakk.messaging..",
              "no.samsnakk.notifications..",
              "no.samsnakk.gateway..",
              "no.samsnakk.local..");

  @ArchTest
  static final ArchRule features_have_no_circles =
      slices().matching("no.samsnakk.audit.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule has_no_layers =
      noClasses()
          .should()
          .resideInAnyPackage("..service..", "..controller..", "..repository..", "..util..");

  @ArchTest
  static final ArchRule the_ledger_depends_on_no_other_feature =
      noClasses()
          .that()
          .resideInAPackage("..ledger..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..intake..", "..people..", "..accesslog..", "..search..");

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
