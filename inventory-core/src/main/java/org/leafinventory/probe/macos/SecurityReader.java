package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.Security;

/** What protects the machine, as far as it tells without administrator rights. */
final class SecurityReader {

  private static final String SECTION = "security";
  private static final Pattern SIP =
      Pattern.compile("System Integrity Protection status: (enabled|disabled)\\b");
  private static final Pattern FILEVAULT = Pattern.compile("FileVault is (On|Off)\\b");
  private static final Pattern MDM = Pattern.compile("(?m)^MDM enrollment: (Yes|No)\\b");
  private static final Pattern USER_APPROVED =
      Pattern.compile("(?m)^MDM enrollment: Yes( \\(User Approved\\))?\\s*$");
  private static final Pattern AUTOMATED = Pattern.compile("(?m)^Enrolled via DEP: (Yes|No)\\b");
  private static final Pattern GATEKEEPER = Pattern.compile("assessments (enabled|disabled)\\b");
  private static final Pattern BOOT_POLICY = Pattern.compile("AppleSecureBootPolicy\\s+%0([0-2])");

  private final Answers answers;
  private final Overview overview;
  private final StorageReader storage;
  private final JsonNode bridge;

  SecurityReader(Answers answers, Overview overview, StorageReader storage) {
    this.answers = answers;
    this.overview = overview;
    this.storage = storage;
    this.bridge =
        answers.profile("SPiBridgeDataType", SECTION).stream()
            .findFirst()
            .orElseGet(MissingNode::getInstance);
  }

  Optional<Security> read() {
    Optional<String> enrollment = answers.optionalText("profiles", SECTION);
    Security security =
        Security.builder()
            .sipEnabled(sip())
            .filevaultEnabled(filevault())
            .activationLockEnabled(activationLock())
            .secureBoot(secureBoot())
            .securityChip(
                Tree.text(bridge, "ibridge_model_name").filter(it -> it.startsWith("Apple T")))
            .mdmEnrolled(tells(MDM, enrollment, "Yes"))
            .mdmUserApproved(enrollment.flatMap(SecurityReader::userApproved))
            .automatedEnrollment(tells(AUTOMATED, enrollment, "Yes"))
            .gatekeeperEnabled(tells(GATEKEEPER, answers.optionalText("spctl", SECTION), "enabled"))
            .build();
    return security.equals(Security.builder().build()) ? Optional.empty() : Optional.of(security);
  }

  private Optional<Boolean> sip() {
    Told<Boolean> csrutil =
        new Told<>("csrutil", tells(SIP, answers.text("csrutil", SECTION), "enabled"));
    Told<Boolean> software =
        new Told<>(
            "SPSoftwareDataType",
            flag(
                overview.software(),
                "system_integrity",
                "integrity_enabled",
                "integrity_disabled"));
    Told<Boolean> policy =
        new Told<>("SPiBridgeDataType", flag(bridge, "ibridge_sb_sip", "Enabled", "Disabled"));
    CrossCheck check = new CrossCheck(answers, SECTION);
    check.same("sip_enabled", csrutil, software);
    check.same("sip_enabled", csrutil.value().isPresent() ? csrutil : software, policy);
    return csrutil.value().or(software::value).or(policy::value);
  }

  private Optional<Boolean> filevault() {
    Told<Boolean> fdesetup =
        new Told<>("fdesetup", tells(FILEVAULT, answers.text("fdesetup", SECTION), "On"));
    Told<Boolean> volume = new Told<>(ApfsContainers.SOURCE, storage.filevault());
    new CrossCheck(answers, SECTION).same("filevault_enabled", fdesetup, volume);
    return fdesetup.value().or(volume::value);
  }

  private Optional<Boolean> activationLock() {
    String on = "activation_lock_enabled";
    String off = "activation_lock_disabled";
    return flag(overview.profile(), "activation_lock_status", on, off)
        .or(() -> flag(bridge, "ibridge_activation_lock_status", on, off));
  }

  /** In the words of {@code SPiBridgeDataType}, which Macs with a T2 leave to a variable. */
  private Optional<String> secureBoot() {
    Optional<String> policy =
        answers
            .optionalText("nvram-secure-boot", SECTION)
            .map(BOOT_POLICY::matcher)
            .filter(Matcher::find)
            .map(
                level ->
                    switch (level.group(1)) {
                      case "2" -> "Full Security";
                      case "1" -> "Medium Security";
                      default -> "No Security";
                    });
    return Tree.text(bridge, "ibridge_secure_boot").or(() -> policy);
  }

  private static Optional<Boolean> userApproved(String enrollment) {
    Matcher matcher = USER_APPROVED.matcher(enrollment);
    return matcher.find() ? Optional.of(matcher.group(1) != null) : Optional.empty();
  }

  private static Optional<Boolean> tells(Pattern pattern, Optional<String> text, String yes) {
    return text.map(pattern::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1).equals(yes));
  }

  private static Optional<Boolean> flag(JsonNode node, String key, String yes, String no) {
    String word = Tree.text(node, key).orElse("");
    boolean told = word.equals(yes) || word.equals(no);
    return told ? Optional.of(word.equals(yes)) : Optional.empty();
  }
}
