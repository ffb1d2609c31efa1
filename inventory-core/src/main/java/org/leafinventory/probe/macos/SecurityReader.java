package org.leafinventory.probe.macos;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.Security;

/** What protects the machine, as far as it tells without administrator rights. */
final class SecurityReader {

  private static final Pattern SIP =
      Pattern.compile("(?s).*System Integrity Protection status: (enabled|disabled)\\b.*");
  private static final Pattern FILEVAULT = Pattern.compile("(?s).*FileVault is (On|Off)\\b.*");
  private static final String ACTIVATION_LOCK = "activation_lock_";

  private SecurityReader() {}

  static Optional<Security> read(Answers answers, Overview overview) {
    Security security =
        Security.builder()
            .sipEnabled(
                answers.text("csrutil", "security").flatMap(text -> matches(SIP, text, "enabled")))
            .filevaultEnabled(
                answers
                    .text("fdesetup", "security")
                    .flatMap(text -> matches(FILEVAULT, text, "On")))
            .activationLockEnabled(activationLock(overview))
            .secureBoot(
                answers.profile("SPiBridgeDataType", "security").stream()
                    .findFirst()
                    .flatMap(item -> Tree.text(item, "ibridge_secure_boot")))
            .build();
    return security.equals(Security.builder().build()) ? Optional.empty() : Optional.of(security);
  }

  private static Optional<Boolean> matches(Pattern pattern, String text, String yes) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1).equals(yes)) : Optional.empty();
  }

  private static Optional<Boolean> activationLock(Overview overview) {
    return switch (overview.known("activation_lock_status").orElse("")) {
      case ACTIVATION_LOCK + "enabled" -> Optional.of(true);
      case ACTIVATION_LOCK + "disabled" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
