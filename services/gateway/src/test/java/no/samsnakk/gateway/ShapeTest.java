package no.samsnakk.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Features, not layers, and each in its place. */
@AnalyzeClasses(
    packages = "no.samsnakk.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {
  @ArchTest
  static final ArchRule knows_other_services_only_by_contract =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "no.samsnakk.rooms..",
              "no.samsnakk.messaging..",
              "no.samsnakk.notifications..",
              "no.samsnakk.audit..",
              "no.samsnakk.local..");

  @ArchTest
  static final ArchRule has_no_circles =
      slices().matching("no.samsnakk.gateway.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_issuer_and_signin_speak_openid_connect =
      noClasses()
          .that()
          .resideOutsideOfPackages("no.samsnakk.gateway.issuer", "no.samsnakk.gateway.signin")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.nimbusds..");

  @ArchTest
  static final ArchRule only_sessions_touch_the_database =
      noClasses()
          .that()
          .resideOutsideOfPackage("no.samsnakk.gateway.session")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "io.vertx.sqlclient..");

  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule packages_are_not_layers =
      classes()
          .should()
          .resideOutsideOfPackages("..service..", "..controller..", "..util..", "..model..");

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
