package no.samsnakk.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Services know each other through contracts, and contracts know none of them. */
@AnalyzeClasses(
    packages = "no.samsnakk.contracts",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {
  @ArchTest
  static final ArchRule CONTRACTS_DEPEND_ON_NOTHING_OF_OURS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "no.samsnakk.contracts..", "java..", "com.fasterxml.jackson..", "org.jspecify..");
}
