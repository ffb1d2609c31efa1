package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import org.leafinventory.collect.CollectionException;

/** What holds for every message of a failure. */
final class Messages {

  static final String SECRET = "correct horse battery staple";

  private Messages() {}

  /** One line, and no secret in it or below it. */
  static void print(CollectionException e) {
    assertThat(e.getMessage()).doesNotContain("\n", "\r");
    if (Boolean.getBoolean("show.messages")) {
      System.out.println(e.kind() + "  " + e.getMessage());
      for (Throwable attempt : e.getSuppressed()) {
        System.out.println("    suppressed " + attempt);
      }
    }
    assertThat(org.assertj.core.util.Throwables.getStackTrace(e)).doesNotContain(SECRET);
  }
}
