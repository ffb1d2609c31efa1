package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.probe.ProbeResult;
import org.leafinventory.probe.Recording;

/** What becomes of an answer that is not usable. */
class AnswersTest {

  private static final String TYPE = "SPPowerDataType";

  @Test
  void noise_on_standard_error_is_no_failure() {
    Said said =
        Said.bareMac()
            .fails(TYPE, 0, "{\"SPPowerDataType\": []}", "Device PreExisted, skipping\n")
            .fails("fdesetup", 1, "FileVault is On.\n", "noise\n");
    assertThat(said.issues()).isEmpty();
    assertThat(said.inventory().security()).isPresent();
  }

  @Test
  void each_way_to_fail_has_its_kind_and_costs_one_section() {
    assertThat(issue(Said.bareMac().timesOut(TYPE)))
        .isEqualTo(power(IssueKind.TIMED_OUT, "did not end within its time limit"));
    assertThat(issue(Said.bareMac().isCut(TYPE, "{")))
        .isEqualTo(power(IssueKind.TRUNCATED, "answered more than the cap allows"));
    assertThat(issue(Said.bareMac().fails(TYPE, 127, "", "")))
        .isEqualTo(Issue.of("power", IssueKind.MISSING_TOOL, "the machine has no ask"));
    assertThat(issue(Said.bareMac().fails(TYPE, 64, "", "two\nlines\u001b\n")))
        .isEqualTo(power(IssueKind.FAILED, "failed with exit status 64: two\\nlines\\u001b"));
    assertThat(issue(Said.bareMac().says(TYPE, "")))
        .isEqualTo(power(IssueKind.MALFORMED, "gave no JSON object"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{]", "nul", "[1,", "\u0000", "{\"a\": 'b'}", "{\"SPPowerDataType"})
  void what_is_no_json_is_malformed(String text) {
    assertThat(issue(Said.bareMac().says(TYPE, text)).message()).contains("gave no JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"text\"", "null", " "})
  void json_that_is_no_object_is_malformed(String text) {
    assertThat(issue(Said.bareMac().says(TYPE, text)))
        .isEqualTo(power(IssueKind.MALFORMED, "gave no JSON object"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "7", "'text'", "null"})
  void a_section_that_is_no_list_is_malformed(String section) {
    assertThat(issue(Said.bareMac().profile(TYPE, section)))
        .isEqualTo(power(IssueKind.MALFORMED, "gave a SPPowerDataType that is no list"));
  }

  @Test
  void a_type_that_this_system_does_not_know_is_no_issue() {
    assertThat(Said.bareMac().says(TYPE, "{\n\n}\n").issues()).isEmpty();
  }

  @Test
  void json_nested_beyond_all_reason_is_malformed() {
    String deep = "[".repeat(100_000);
    assertThat(issue(Said.bareMac().profile(TYPE, deep)).message())
        .hasSizeLessThan(300)
        .contains("gave no JSON");
  }

  @Test
  void one_failure_is_told_once_for_each_section_that_it_costs() {
    Said said = Said.bareMac().timesOut("SPDisplaysDataType");
    assertThat(said.issues()).extracting(Issue::section).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void a_command_that_came_back_hostile_is_made_printable() {
    ProbeResult hostile =
        Said.answer(TYPE)
            .command("rm -rf /\r\u001b[2J\u202e" + "x".repeat(500))
            .outcome(ProbeResult.Outcome.EXITED)
            .exitStatus(OptionalInt.of(1))
            .build();
    assertThat(issue(Said.bareMac().with(hostile)).message())
        .hasSizeLessThan(300)
        .doesNotContainPattern("[\\p{Cntrl}\\u202e]");
  }

  @Test
  void the_first_of_two_answers_counts() {
    ProbeResult second = Said.bareMac().says("uname-m", "sparc").recording().probes().get(1);
    Recording recording = Said.bareMac().recording();
    Recording twice = recording.withProbes(concat(recording.probes(), second));
    assertThat(MacInterpreter.interpret(twice)).isEqualTo(MacInterpreter.interpret(recording));
  }

  private static List<ProbeResult> concat(List<ProbeResult> all, ProbeResult last) {
    return Stream.concat(all.stream(), Stream.of(last)).toList();
  }

  private static Issue power(IssueKind kind, String what) {
    return Issue.of("power", kind, "ask SPPowerDataType " + what);
  }

  private static Issue issue(Said said) {
    assertThat(said.issues()).hasSize(1);
    return said.issues().get(0);
  }
}
