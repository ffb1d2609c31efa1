package org.leafinventory.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of versions, of those that there are and of any text. */
class MacosVersionPropertyTest {

  @Provide
  Arbitrary<String> versions() {
    Arbitrary<String> pieces =
        Arbitraries.of("0", "00", "1", "9", "10", "11", "15", "26", "beta", "B", "999999999999");
    Arbitrary<String> dotted = pieces.list().ofMaxSize(4).map(list -> String.join(".", list));
    return Arbitraries.oneOf(dotted, Arbitraries.strings().ofMaxLength(8));
  }

  @Example
  void versions_stand_in_the_order_of_their_release() {
    List<String> released =
        List.of("10.9", "10.15", "10.15.7", "11", "11.7.10", "14.6", "26.0 beta 2", "26", "26.1");

    for (int n = 1; n < released.size(); n++) {
      assertThat(MacosVersion.of(released.get(n - 1))).isLessThan(MacosVersion.of(released.get(n)));
    }
  }

  @Example
  void zeros_at_the_end_do_not_count() {
    assertThat(MacosVersion.of("14.0.0"))
        .isEqualTo(MacosVersion.of("14"))
        .hasSameHashCodeAs(MacosVersion.of("14"));
  }

  @Property
  void the_order_is_total(
      @ForAll("versions") String a, @ForAll("versions") String b, @ForAll("versions") String c) {
    MacosVersion x = MacosVersion.of(a);
    MacosVersion y = MacosVersion.of(b);
    MacosVersion z = MacosVersion.of(c);

    assertThat(Integer.signum(x.compareTo(y))).isEqualTo(-Integer.signum(y.compareTo(x)));
    assertThat(x.compareTo(y) == 0).isEqualTo(x.equals(y));
    if (x.equals(y)) {
      assertThat(x).hasSameHashCodeAs(y);
    }
    if (x.compareTo(y) <= 0 && y.compareTo(z) <= 0) {
      assertThat(x.compareTo(z)).isLessThanOrEqualTo(0);
    }
  }

  @Property
  void a_range_and_its_opposite_share_all_versions(
      @ForAll("versions") String version, @ForAll("versions") String text) {
    String bound = "1" + text.replace(",", "");
    MacosVersion it = MacosVersion.of(version);

    if (bound.lines().count() == 1) {
      assertThat(in(">=" + bound, it)).isNotEqualTo(in("<" + bound, it));
      assertThat(in(">" + bound, it)).isNotEqualTo(in("<=" + bound, it));
      assertThat(in("=" + bound, it)).isNotEqualTo(in("!=" + bound, it));
    }
  }

  @Example
  void a_version_alone_is_all_its_releases() {
    assertThat(in("14", MacosVersion.of("14.6.1"))).isTrue();
    assertThat(in(">14", MacosVersion.of("14.6.1"))).isFalse();
    assertThat(in("<=14", MacosVersion.of("14.6.1"))).isTrue();
    assertThat(in(">=14,<16", MacosVersion.of("15.7"))).isTrue();
    assertThat(in(">=14, <16", MacosVersion.of("16"))).isFalse();
    assertThat(in("14.0", MacosVersion.of("14.6"))).isFalse();
  }

  @Example
  void what_is_no_range_is_refused_with_the_part_that_is_not() {
    assertThatThrownBy(() -> VersionRange.parse(">=14,sonoma"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"sonoma\" is no condition on versions; write one like >=14 or <26.1");
  }

  private static boolean in(String range, MacosVersion version) {
    return VersionRange.parse(range).contains(version);
  }
}
