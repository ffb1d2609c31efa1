package org.leafinventory.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/** What agents hold, each asked once; for one run. An agent that hangs is given up soon. */
final class HeldKeys {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ScheduledExecutorService scheduler;
  private final Map<Agent, List<Agent.Key>> known = new HashMap<>();

  HeldKeys(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * What {@code agent} holds.
   *
   * @throws IOException if it does not tell; the message names it
   */
  List<Agent.Key> of(Agent agent) throws IOException {
    List<Agent.Key> keys = known.get(agent);
    if (keys == null) {
      keys = ask(agent);
      known.put(agent, keys);
    }
    return keys;
  }

  private List<Agent.Key> ask(Agent agent) throws IOException {
    try (Deadline deadline = new Deadline(scheduler, PATIENCE)) {
      deadline.limitWhole();
      try {
        return agent.keys(deadline);
      } catch (IOException e) {
        String why =
            deadline.expiry() == null
                ? Failures.words(e)
                : "it did not answer within " + PATIENCE.toSeconds() + " s";
        throw new IOException("the agent at " + agent.socket() + ": " + why, e);
      }
    }
  }
}
