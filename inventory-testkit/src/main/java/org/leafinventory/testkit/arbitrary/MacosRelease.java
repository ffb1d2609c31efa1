package org.leafinventory.testkit.arbitrary;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.leafinventory.model.SystemInfo;

/**
 * A release of macOS: version, build and Darwin kernel belong together.
 *
 * @param version such as {@code 15.6.1}
 * @param build such as {@code 24G90}
 * @param kernel such as {@code 24.6.0}
 */
record MacosRelease(String version, String build, String kernel) {

  /** What fleets run. */
  static final List<MacosRelease> KNOWN =
      List.of(
          new MacosRelease("15.6.1", "24G90", "24.6.0"),
          new MacosRelease("26.1", "25B78", "25.1.0"),
          new MacosRelease("14.5", "23F79", "23.5.0"),
          new MacosRelease("13.7.8", "22H730", "22.6.0"),
          new MacosRelease("12.7.6", "21H1320", "21.6.0"),
          new MacosRelease("11.7.10", "20G1427", "20.6.0"),
          new MacosRelease("10.15.7", "19H15", "19.6.0"));

  /** What no Mac runs yet. */
  static final List<MacosRelease> FUTURE = List.of(of("27.0"), of("30.4.1"), of("99.9.9"));

  private static final Pattern VERSION = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4}){0,2}");
  private static final String STAR = ".*";

  /** The release that would have this version number: numbers and letters as Apple counts them. */
  static MacosRelease of(String version) {
    String[] parts = version.split("\\.");
    int major = Integer.parseInt(parts[0]);
    int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    int patch = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
    int darwin = major >= 26 ? major - 1 : major == 10 ? minor + 4 : major + 9;
    char letter = (char) ('A' + minor % 26);
    return new MacosRelease(
        version, "" + darwin + letter + (70 + patch), darwin + "." + minor % 26 + ".0");
  }

  /**
   * Releases by version: {@code 15.6.1} is that one, {@code 15.*} and {@code 15.6.*} any that
   * begins so.
   *
   * @throws IllegalArgumentException if {@code pattern} is neither
   */
  static Arbitrary<MacosRelease> matching(String pattern) {
    String stem =
        pattern.endsWith(STAR) ? pattern.substring(0, pattern.length() - STAR.length()) : pattern;
    int parts = stem.split("\\.").length;
    if (!VERSION.matcher(stem).matches() || (parts == 3 && !stem.equals(pattern))) {
      throw new IllegalArgumentException(
          "not a macOS version: " + pattern + "; write 15.6.1, or 15.* for any that begins so");
    }
    if (stem.equals(pattern)) {
      return Arbitraries.just(of(stem));
    }
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 9);
    Arbitrary<String> one = number.map(minor -> stem + "." + minor);
    return parts == 2
        ? one.map(MacosRelease::of)
        : Combinators.combine(one, number.optional())
            .as((version, patch) -> of(version + patch.map(it -> "." + it).orElse("")));
  }

  /** The same machine with this release on it. */
  SystemInfo on(SystemInfo system) {
    return SystemInfo.builder()
        .from(system)
        .macosVersion(version)
        .macosBuild(build)
        .kernel(kernel)
        .build();
  }
}
