package org.leafinventory.extraction;

import java.util.Locale;

/** What sort of failure an extraction met, by what there is to do about it. */
public enum FailureClass {
  /** No connection: no address, refused, no route, or no SSH server there. */
  UNREACHABLE(
      "unreachable", "check that the machine is on, on the network, and lets you in by SSH"),
  /** The host key is unknown, has changed or is revoked. */
  HOST_KEY(
      "host key not trusted",
      "compare the fingerprint with the machine's own before you change known_hosts"),
  /** The machine did not accept the user or the credentials. */
  AUTHENTICATION("login refused", "check the user name, and that your key or password is accepted"),
  /** A step did not end within its limit. */
  TIMEOUT("timed out", "look whether the machine is overloaded or asleep, or raise the limit"),
  /** The machine was reached, but the probe could not be run or broke off. */
  PROBE("probe broke off", "see that the user may run /bin/sh there, and try again"),
  /** The machine answered, but the answer cannot be made an inventory. */
  PARSE("answer not understood", "check that it is a Mac; record its answers to look into them"),
  /** The target is none that the collector can ask. */
  UNSUPPORTED("target not supported", "correct the target"),
  /** The inventory could not be kept, here. */
  STORAGE("not kept", "make room or give write permission here, then run it again"),
  /** What follows from the inventory could not be written, here. */
  EXPORT("files not written", "make room or give write permission here, then run it again"),
  /** An event could not be taken, here. */
  EVENTS("events not taken", "make the event log or receiver work again, then run it again"),
  /** The run was cancelled before this machine was done. */
  CANCELLED("cancelled", "run it again, or resume the run"),
  /** Something that no part may throw: a defect of this program or of an extension. */
  DEFECT("unexpected error", "look into the log and report it with its stack trace");

  private final String title;
  private final String advice;

  FailureClass(String title, String advice) {
    this.title = title;
    this.advice = advice;
  }

  /** The class in words: {@code login refused}. */
  public String title() {
    return title;
  }

  /** What to do about it, as a clause without a full stop. */
  public String advice() {
    return advice;
  }

  /** The class as reports and journals write it: {@code host_key}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
