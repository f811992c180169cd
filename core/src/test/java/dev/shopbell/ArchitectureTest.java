package dev.shopbell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.identity.SenderPlan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The package list is the flow: an arrow may only point to the left. */
class ArchitectureTest {
  private static final List<String> FLOW =
      List.of(
          "internal",
          "address",
          "store",
          "notice",
          "dns",
          "diagnosis",
          "domain",
          "identity",
          "sms",
          "template",
          "plan",
          "consent",
          "transport",
          "suppression",
          "mime",
          "dkim",
          "smtp",
          "delivery",
          "inbound");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.shopbell");

  @Test
  void everyPackageHasItsPlaceInTheFlow() {
    Set<String> packages =
        CORE.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("dev.shopbell."))
            .map(name -> name.substring("dev.shopbell.".length()))
            .collect(Collectors.toSet());
    assertThat(FLOW).containsExactlyInAnyOrderElementsOf(packages);
  }

  @Test
  void arrowsPointToTheLeft() {
    for (int i = 0; i < FLOW.size(); i++) {
      for (String right : FLOW.subList(i + 1, FLOW.size())) {
        noClasses()
            .that()
            .resideInAPackage("dev.shopbell." + FLOW.get(i))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.shopbell." + right)
            .allowEmptyShould(true)
            .check(CORE);
      }
    }
  }

  @Test
  void noPackagesFormACycle() {
    slices().matching("dev.shopbell.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void nothingImportsTheFrontDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.shopbell")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.shopbell")
        .check(CORE);
  }

  @Test
  @Tag("sender-07")
  void onlyTheSendersIdentityMakesAPlan() {
    assertThat(
            CORE.get(SenderPlan.class).getConstructors().stream()
                .flatMap(constructor -> constructor.getCallsOfSelf().stream())
                .map(call -> call.getOriginOwner().getName()))
        .isNotEmpty()
        .allMatch(SenderIdentity.class.getName()::equals);
  }
}
