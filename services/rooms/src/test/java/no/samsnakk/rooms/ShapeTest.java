package no.samsnakk.rooms;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The shape of rooms: features, not layers, and nothing open by default. */
@AnalyzeClasses(packages = "no.samsnakk.rooms", importOptions = DoNotIncludeTests.class)
class ShapeTest {
  @ArchTest
  static final ArchRule featuresKnowEachOtherInOneDirection =
      slices().matching("no.samsnakk.rooms.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesAreFeaturesNotLayers =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..service..",
              "..services..",
              "..repository..",
              "..controller..",
              "..resource..",
              "..model..",
              "..dto..",
              "..entity..",
              "..util..",
              "..impl..");

  @ArchTest
  static final ArchRule otherServicesAreKnownThroughContractsAlone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "no.samsnakk.messaging..",
              "no.samsnakk.notifications..",
              "no.samsnakk.audit..",
              "no.samsnakk.gateway..",
              "no.samsnakk.local..");

  @ArchTest
  static final ArchRule nobodyIsAnsweredWithoutBeingKnown =
      classes().that().areAnnotatedWith(Path.class).should().beAnnotatedWith(Authenticated.class);

  /** What was begun is ended, also where whoever asked for it has gone (R4). */
  @ArchTest
  static final ArchRule nothingEndsHalfwayBecauseATabIsClosed =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .beAnnotatedWith(
              describe(
                  "@Cancellable(false)",
                  annotation ->
                      annotation.getRawType().isEquivalentTo(Cancellable.class)
                          && annotation.get("value").equals(Optional.of(false))));

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
