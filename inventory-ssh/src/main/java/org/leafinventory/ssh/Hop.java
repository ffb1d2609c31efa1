package org.leafinventory.ssh;

import java.time.Duration;

/** One SSH server on the way to a target, the target's own at the end. */
record Hop(Destination to, HostKeySetup hostKeys, Login login, Duration connectTimeout) {}
