package org.leafinventory.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages, as the design draws them. */
class ArchitectureTest {

  private static final String ROOT = "org.leafinventory";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** Decisions and interpretations: what they answer depends on their input alone. */
  private static final String[] PURE_PACKAGES = {
    ROOT + ".model..",
    ROOT + ".policy..",
    ROOT + ".probe.macos..",
    ROOT + ".drift..",
    ROOT + ".redaction",
    ROOT + ".projection..",
    ROOT + ".nix.ast..",
    ROOT + ".nix.print..",
    ROOT + ".query..",
    ROOT + ".standard..",
    ROOT + ".cli.report..",
  };

  private static final String[] EXAMPLES = {ROOT + ".cli..", ROOT + ".examples.."};

  @Test
  void packages_form_no_cycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void model_sees_only_itself_java_immutables_jackson_and_jspecify() {
    classes()
        .that(resideInAPackage(ROOT + ".model.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                ROOT + ".model..",
                "java..",
                "org.immutables..",
                "com.fasterxml.jackson..",
                "org.jspecify.."))
        .check(PRODUCT);
  }

  @Test
  void pure_packages_see_no_io_network_or_threads() {
    noClasses()
        .that(resideInAnyPackage(PURE_PACKAGES))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.nio.file..", "java.net..", "java.nio.channels..")
                .or(isIoBeyondMemory())
                .or(namedOneOf("java.lang.Thread", "java.lang.Process", "java.lang.Runtime")))
        .check(PRODUCT);
  }

  @Test
  void pure_packages_see_no_clock_randomness_or_environment() {
    noClasses()
        .that(resideInAnyPackage(PURE_PACKAGES))
        .should()
        .dependOnClassesThat(
            namedOneOf(
                "java.time.Clock",
                "java.util.Random",
                "java.security.SecureRandom",
                "java.util.concurrent.ThreadLocalRandom"))
        .orShould()
        .callMethodWhere(readsTheOutsideWorld())
        .check(PRODUCT);
  }

  @Test
  void sshj_is_seen_only_by_the_ssh_module() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".ssh..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("net.schmizz..", "com.hierynomus.."))
        .check(PRODUCT);
  }

  @Test
  void mina_is_seen_only_by_the_testkit() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".testkit..")
        .should()
        .dependOnClassesThat(resideInAPackage("org.apache.sshd.."))
        .check(PRODUCT);
  }

  @Test
  void jnats_is_seen_only_by_the_nats_module() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".nats..")
        .should()
        .dependOnClassesThat(resideInAPackage("io.nats.."))
        .check(PRODUCT);
  }

  @Test
  void nothing_sees_the_examples() {
    noClasses()
        .that()
        .resideOutsideOfPackages(EXAMPLES)
        .should()
        .dependOnClassesThat(resideInAnyPackage(EXAMPLES))
        .check(PRODUCT);
  }

  @Test
  void product_code_does_not_see_the_testkit() {
    noClasses()
        .that(
            resideInAPackage(ROOT + "..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(ROOT + ".testkit..", ROOT + ".cli.."))))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + ".testkit.."))
        .check(PRODUCT);
  }

  @Test
  void the_verifier_that_accepts_every_host_key_is_reachable_from_one_place() {
    assertThat(usersOf("PromiscuousVerifier")).isEmpty();
    assertThat(usersOf("AnyHostKey")).containsExactly(ROOT + ".ssh.HostKeyPolicy");
    Set<String> callers = new TreeSet<>();
    for (JavaClass type : PRODUCT) {
      type.getMethodCallsFromSelf().stream()
          .filter(call -> call.getTarget().getName().equals("insecurelyAcceptAnyKey"))
          .forEach(call -> callers.add(type.getName()));
    }
    assertThat(callers).containsExactly(ROOT + ".cli.HostKeyPolicyConverter");
  }

  private static Set<String> usersOf(String simpleName) {
    Set<String> users = new TreeSet<>();
    for (JavaClass type : PRODUCT) {
      boolean uses =
          type.getDirectDependenciesFromSelf().stream()
              .map(d -> d.getTargetClass().getSimpleName())
              .anyMatch(simpleName::equals);
      if (uses && !type.getSimpleName().equals(simpleName)) {
        users.add(type.getName());
      }
    }
    return users;
  }

  @Test
  void public_signatures_name_no_third_party_type() {
    classes()
        .that()
        .resideOutsideOfPackages(ROOT + ".testkit..", ROOT + ".cli..", ROOT + ".examples..")
        .and()
        .arePublic()
        .should(
            PublicSignatures.nameOnly(
                ROOT, "java.", "javax.", "com.fasterxml.jackson.databind.JsonNode"))
        .check(PRODUCT);
  }

  @Test
  void every_package_is_null_marked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : PRODUCT) {
      JavaPackage home = type.getPackage();
      if (!type.getSimpleName().equals("module-info") && !home.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(home.getName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @Test
  void a_package_belongs_to_one_module() {
    Map<String, Set<String>> homes = new TreeMap<>();
    for (JavaClass type : PRODUCT) {
      String file = type.getName().replace('.', '/');
      type.getSource()
          .map(source -> source.getUri().toString())
          .ifPresent(
              uri ->
                  homes
                      .computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                      .add(uri.substring(0, Math.max(0, uri.indexOf(file)))));
    }
    homes.values().removeIf(modules -> modules.size() == 1);
    assertThat(homes).isEmpty();
  }

  private static DescribedPredicate<JavaClass> namedOneOf(String... names) {
    return DescribedPredicate.describe(
        "one of " + String.join(", ", names), type -> Set.of(names).contains(type.getName()));
  }

  /** Exceptions and in-memory streams of {@code java.io} are harmless, files are not. */
  private static DescribedPredicate<JavaClass> isIoBeyondMemory() {
    return DescribedPredicate.describe(
        "java.io beyond memory",
        type ->
            type.getPackageName().equals("java.io")
                && !type.isAssignableTo(Throwable.class)
                && !type.getSimpleName().startsWith("ByteArray")
                && !Set.of("InputStream", "OutputStream", "Reader", "StringReader", "Serializable")
                    .contains(type.getSimpleName()));
  }

  private static DescribedPredicate<JavaCall<?>> readsTheOutsideWorld() {
    Set<String> calls =
        Set.of(
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random");
    return DescribedPredicate.describe(
        "reads clock, randomness or environment",
        call -> calls.contains(call.getTargetOwner().getName() + "." + call.getTarget().getName()));
  }
}
