package dev.convo;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The arrows of docs/ARCHITECTURE.md: who may know whom. */
class ArchitectureTest {
  private static final String ROOT = "dev.convo";

  /**
   * Below each package, the packages it may use beside itself, {@code model} and {@code failure}.
   */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry(
              "", Set.of("cli", "session", "profile", "provider", "sandbox", "http", "terminal")),
          Map.entry(
              "cli",
              Set.of(
                  "session",
                  "show",
                  "select",
                  "redact",
                  "profile",
                  "provider",
                  "render",
                  "json",
                  "sandbox",
                  "terminal",
                  "text")),
          Map.entry(
              "session",
              Set.of(
                  "source",
                  "archive",
                  "diff",
                  "show",
                  "profile",
                  "provider",
                  "http",
                  "sandbox",
                  "terminal",
                  "text")),
          Map.entry("source", Set.of("archive", "profile", "provider", "http", "text")),
          Map.entry("archive", Set.of("http", "json", "files")),
          Map.entry("show", Set.of("diff", "render", "terminal", "text")),
          Map.entry("profile", Set.of("provider", "http", "terminal", "files")),
          Map.entry("provider", Set.of("http", "html", "json")),
          Map.entry("http", Set.of()),
          Map.entry("json", Set.of("text")),
          Map.entry("html", Set.of("text")),
          Map.entry("model", Set.of()),
          Map.entry("select", Set.of("html", "insight")),
          Map.entry("redact", Set.of("html")),
          Map.entry("insight", Set.of()),
          Map.entry("diff", Set.of()),
          Map.entry("render", Set.of("diff", "html", "insight", "json", "text")),
          Map.entry("terminal", Set.of("files")),
          Map.entry("files", Set.of()),
          Map.entry("sandbox", Set.of("json")),
          Map.entry("text", Set.of()),
          Map.entry("failure", Set.of()));

  /** The one home of each library. */
  private static final Map<String, List<String>> HOMES =
      Map.of(
          "picocli", List.of("dev.convo.cli"),
          "org.apache.hc", List.of("dev.convo.http.apache"),
          "com.google.gson", List.of("dev.convo.json"),
          "org.jline", List.of("dev.convo.terminal.jline"),
          "org.tomlj", List.of("dev.convo.profile.file"),
          "org.jsoup", List.of("dev.convo.html"),
          "com.google.re2j", List.of("dev.convo.select"),
          "com.sun.net.httpserver", List.of("dev.convo.sandbox"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void everyClassIsLookedAt() {
    assertThat(CLASSES.size()).isGreaterThan(150);
  }

  @Test
  void packagesUseOnlyThoseBelowThem() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (inConvo(target) && !isAllowed(area(from.getPackageName()), area(target))) {
          wrong.add(dependency.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyLibraryHasOneHome() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getPackageName();
        HOMES.forEach(
            (library, homes) -> {
              boolean uses = target.equals(library) || target.startsWith(library + ".");
              if (uses && homes.stream().noneMatch(from.getPackageName()::startsWith)) {
                wrong.add(dependency.getDescription());
              }
            });
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void providersDoNotKnowOneAnother() {
    slices().matching("dev.convo.provider.(*)..").should().notDependOnEachOther().check(CLASSES);
    slices().matching("dev.convo.sandbox.(*)..").should().notDependOnEachOther().check(CLASSES);
  }

  @Test
  void noPackagesGoInCircles() {
    slices().matching("dev.convo.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyMainTouchesTheSystem() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      from.getAccessesFromSelf().stream()
          .filter(access -> access.getTargetOwner().isEquivalentTo(System.class))
          .filter(
              access ->
                  !Set.of("arraycopy", "nanoTime", "identityHashCode", "lineSeparator")
                      .contains(access.getName()))
          .filter(access -> !from.isEquivalentTo(Main.class))
          .forEach(access -> wrong.add(access.getDescription()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void onlyMainEndsTheProcess() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      from.getAccessesFromSelf().stream()
          .filter(access -> access.getTargetOwner().isEquivalentTo(Runtime.class))
          .filter(access -> Set.of("exit", "halt").contains(access.getName()))
          .filter(access -> !from.isEquivalentTo(Main.class))
          .forEach(access -> wrong.add(access.getDescription()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noStaticEverChanges() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      for (JavaField field : type.getFields()) {
        Set<JavaModifier> modifiers = field.getModifiers();
        if (modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.FINAL)) {
          wrong.add(field.getFullName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void namesSayWhatThingsAre() {
    assertThat(CLASSES.stream().map(JavaClass::getSimpleName))
        .noneMatch(name -> name.matches(".*(Manager|Helper|Utils?|Impl)"));
    assertThat(CLASSES.stream().map(JavaClass::getPackageName))
        .noneMatch(name -> name.matches(".*\\.(util|common|impl)(\\..*)?"));
  }

  private static boolean isAllowed(String from, String to) {
    return from.equals(to)
        || to.equals("model")
        || to.equals("failure")
        || ARROWS.getOrDefault(from, Set.of()).contains(to);
  }

  private static boolean inConvo(String name) {
    return name.equals(ROOT) || name.startsWith(ROOT + ".");
  }

  /** {@code provider} for {@code dev.convo.provider.chatwoot}; empty for the root itself. */
  private static String area(String name) {
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).replaceFirst("\\..*", "");
  }
}
