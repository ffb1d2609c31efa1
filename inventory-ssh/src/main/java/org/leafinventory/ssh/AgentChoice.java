package org.leafinventory.ssh;

import java.nio.file.Path;
import java.util.Optional;

/** Which agent to ask: the usual one, as configuration and environment say; another one; none. */
record AgentChoice(boolean usual, Optional<Path> socket) {

  static AgentChoice ofUsual() {
    return new AgentChoice(true, Optional.empty());
  }

  static AgentChoice none() {
    return new AgentChoice(false, Optional.empty());
  }

  static AgentChoice at(Path socket) {
    return new AgentChoice(false, Optional.of(socket));
  }

  /** {@code usual}, {@code none}, or the path of the socket. */
  @Override
  public String toString() {
    return usual ? "usual" : socket.map(Path::toString).orElse("none");
  }
}
