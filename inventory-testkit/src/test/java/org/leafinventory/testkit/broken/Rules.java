package org.leafinventory.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a contract on a subject and looks at which rules fail. */
final class Rules {

  private static final String JUPITER = "junit-jupiter";
  private static final String JQWIK = "jqwik";

  private Rules() {}

  /** The rule fails and, but for those named, no other does. */
  static void assertBroken(Class<?> test, String rule, String... also) {
    Set<String> expected = new TreeSet<>(Set.of(also));
    expected.add(rule);
    assertThat(failedRules(test)).as(test.getSimpleName()).isEqualTo(expected);
  }

  static void assertKept(Class<?> test) {
    assertThat(failedRules(test)).as(test.getSimpleName()).isEmpty();
  }

  private static Set<String> failedRules(Class<?> test) {
    return Stream.of(JUPITER, JQWIK)
        .map(engine -> run(engine, test))
        .flatMap(results -> results.testEvents().failed().stream())
        .map(event -> event.getTestDescriptor().getSource().orElseThrow())
        .map(source -> ((MethodSource) source).getMethodName().replaceAll("_.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static EngineExecutionResults run(String engine, Class<?> test) {
    return EngineTestKit.engine(engine)
        .selectors(selectClass(test))
        .configurationParameter("jqwik.database", "target/jqwik-broken-database")
        .configurationParameter("jqwik.shrinking.default", "OFF")
        .execute();
  }
}
