package org.leafinventory.ssh;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leafinventory.model.Printable;

/**
 * Which host keys are good enough to talk to a host.
 *
 * <p>Immutable and thread-safe.
 */
public final class HostKeyPolicy {

  /** What to do with a key. */
  enum Decision {
    ACCEPT,
    /** Accept it once it stands in the user's known_hosts file. */
    RECORD,
    REFUSE
  }

  /** Decides from what the known_hosts files say. */
  interface Rule {
    Decision decide(KnownHosts.Verdict verdict);
  }

  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

  private static final HostKeyPolicy STRICT =
      new HostKeyPolicy(
          "strict",
          true,
          verdict ->
              verdict.standing() == KnownHosts.Standing.KNOWN ? Decision.ACCEPT : Decision.REFUSE);

  private static final HostKeyPolicy ACCEPT_NEW =
      new HostKeyPolicy(
          "accept-new",
          true,
          verdict ->
              switch (verdict.standing()) {
                case KNOWN -> Decision.ACCEPT;
                case UNKNOWN -> Decision.RECORD;
                case CHANGED, REVOKED -> Decision.REFUSE;
              });

  private final String name;
  private final boolean forEveryHop;
  private final Rule rule;

  private HostKeyPolicy(String name, boolean forEveryHop, Rule rule) {
    this.name = name;
    this.forEveryHop = forEveryHop;
    this.rule = rule;
  }

  /**
   * Only keys that stand in the known_hosts files for this host, or certificates of an authority
   * that does: an unknown, changed or revoked key ends the run before anything is sent. As {@code
   * StrictHostKeyChecking yes}; the default.
   */
  public static HostKeyPolicy strict() {
    return STRICT;
  }

  /**
   * As {@link #strict()}, but the key of a host that is not known yet is believed and written to
   * the first known_hosts file, so that it cannot change unnoticed from then on. A key that cannot
   * be written is refused. As {@code StrictHostKeyChecking accept-new}.
   *
   * <p>Several runs, processes or {@code ssh} commands may do so at once: nothing is lost and no
   * line written twice.
   */
  public static HostKeyPolicy acceptNew() {
    return ACCEPT_NEW;
  }

  /**
   * Only a key with one of these fingerprints, whatever the known_hosts files say; but one that
   * they mark {@code @revoked} is refused all the same. Holds for the target itself, and not for
   * jump hosts on the way, which are checked strictly.
   *
   * @param fingerprints as {@code ssh-keygen -l} shows them: {@code SHA256:} and 43 characters
   * @throws IllegalArgumentException if none is given, or one is no such fingerprint
   */
  public static HostKeyPolicy pinned(String... fingerprints) {
    List<String> pins = List.of(fingerprints);
    if (pins.isEmpty()) {
      throw new IllegalArgumentException("name at least one fingerprint");
    }
    for (String pin : pins) {
      if (!FINGERPRINT.matcher(pin).matches()) {
        throw new IllegalArgumentException(
            Printable.quote(pin)
                + " is no SHA256 fingerprint; `ssh-keygen -lf KEY.pub` shows it as SHA256:…");
      }
    }
    return new HostKeyPolicy(
        pins.stream().collect(Collectors.joining(" or ", "pinned to ", "")),
        false,
        verdict ->
            verdict.standing() != KnownHosts.Standing.REVOKED
                    && pins.contains(verdict.offered().fingerprint())
                ? Decision.ACCEPT
                : Decision.REFUSE);
  }

  /**
   * Every key of every host: whoever can answer for the machine's address can pretend to be it, and
   * is given the password, if there is one. For machines that have just been made and are thrown
   * away again. Holds for the target itself, and not for jump hosts on the way, which are checked
   * strictly. Each run says so in the log.
   */
  public static HostKeyPolicy insecurelyAcceptAnyKey() {
    return new HostKeyPolicy("insecure", false, new AnyHostKey());
  }

  Decision decide(KnownHosts.Verdict verdict) {
    return rule.decide(verdict);
  }

  /** Whether the known_hosts files decide, and not this policy alone. */
  boolean asksKnownHosts() {
    return forEveryHop;
  }

  /** Whether this policy believes whatever it is shown. */
  boolean isInsecure() {
    return rule instanceof AnyHostKey;
  }

  /** The policy on the way to a host that has this one. */
  HostKeyPolicy ofJumpHosts() {
    return forEveryHop ? this : STRICT;
  }

  /** The name of the policy: {@code strict}, {@code accept-new}, {@code pinned to SHA256:…}. */
  @Override
  public String toString() {
    return name;
  }
}
