package org.leafinventory.ssh;

import org.leafinventory.collect.FailureKind;

/** The steps of a run, in order, as messages name them. */
enum Step {
  RESOLVE("resolving the host name", FailureKind.RESOLVE),
  CONNECT("connecting", FailureKind.CONNECT),
  BANNER("waiting for the SSH banner", FailureKind.CONNECT),
  KEY_EXCHANGE("the key exchange", FailureKind.CONNECT),
  AUTHENTICATION("authentication", FailureKind.CONNECT),
  AGENT("waiting for the agent to sign", FailureKind.AUTHENTICATION),
  SESSION("opening the session", FailureKind.COMMAND),
  COMMAND("running the script", FailureKind.COMMAND);

  private final String words;
  private final FailureKind kind;

  Step(String words, FailureKind kind) {
    this.words = words;
    this.kind = kind;
  }

  /** The step as a clause: {@code waiting for the SSH banner}. */
  String words() {
    return words;
  }

  /** The kind of a connection that breaks off at this step. */
  FailureKind kind() {
    return kind;
  }
}
