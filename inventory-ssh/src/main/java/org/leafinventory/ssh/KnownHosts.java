package org.leafinventory.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of known_hosts files, and what they say of a host.
 *
 * <p>Not SSHJ's reader: that one takes a negated pattern for "every other host", accepts a key that
 * another line revokes, prefers no {@code rsa-sha2} algorithm for a known RSA key, and knows no
 * line numbers.
 */
final class KnownHosts {

  /** What the files say of a key. */
  enum Standing {
    /** A line for this host holds this key. */
    KNOWN,
    /** No line is for this host. */
    UNKNOWN,
    /** Lines for this host hold other keys only. */
    CHANGED,
    /** A {@code @revoked} line for this host holds this key. */
    REVOKED
  }

  /** A standing and the lines that it follows from. */
  record Verdict(Standing standing, SshKey offered, List<KnownHostsLine> because) {}

  private final List<KnownHostsLine> lines;
  private final List<String> unreadable;

  private KnownHosts(List<KnownHostsLine> lines, List<String> unreadable) {
    this.lines = lines;
    this.unreadable = unreadable;
  }

  /** Reads {@code files} in order; a missing file has no lines. */
  static KnownHosts read(List<Path> files) {
    List<KnownHostsLine> lines = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Path file : files) {
      try {
        int number = 0;
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
          number++;
          KnownHostsLine.parse(line, file, number).ifPresent(lines::add);
        }
      } catch (NoSuchFileException missing) {
        // As OpenSSH: a host is unknown as long as nothing says otherwise.
      } catch (IOException e) {
        unreadable.add(file + " (" + e.getClass().getSimpleName() + ")");
      }
    }
    return new KnownHosts(List.copyOf(lines), List.copyOf(unreadable));
  }

  /** Files that are there but could not be read, with the reason. */
  List<String> unreadable() {
    return unreadable;
  }

  /**
   * What is known of {@code offered}. As with OpenSSH, a key known for the bare host name also
   * holds for its other ports, unless that port has a line of its own.
   */
  Verdict verdict(KnownName host, SshKey offered) {
    Verdict exact = verdict(linesFor(host.exact()), offered);
    if (exact.standing() != Standing.UNKNOWN) {
      return exact;
    }
    Verdict bare = verdict(linesFor(host.bare()), offered);
    return bare.standing() == Standing.CHANGED ? exact : bare;
  }

  /**
   * What is known of {@code certificate}: an authority that stands for this host makes it known,
   * and {@code @revoked} is looked for on the authority's key and on the host's.
   */
  Verdict verdict(KnownName host, SshKey certificate, SshKey plain, SshKey authority) {
    List<KnownHostsLine> candidates =
        host.names().stream().flatMap(name -> linesFor(name).stream()).distinct().toList();
    for (KnownHostsLine line : candidates) {
      if (line.isRevoked() && (line.key().equals(authority) || line.key().equals(plain))) {
        return new Verdict(Standing.REVOKED, line.key(), List.of(line));
      }
    }
    return candidates.stream()
        .filter(line -> line.isAuthority() && line.key().equals(authority))
        .findFirst()
        .map(line -> new Verdict(Standing.KNOWN, certificate, List.of(line)))
        .orElseGet(() -> verdict(host, plain));
  }

  /** The signature algorithms of the keys that are known for this host, none if it is unknown. */
  List<String> algorithms(KnownName host) {
    List<KnownHostsLine> known = linesFor(host.exact());
    if (known.stream().noneMatch(KnownHostsLine::isPlain)) {
      known = linesFor(host.bare());
    }
    return known.stream()
        .filter(KnownHostsLine::isPlain)
        .flatMap(line -> line.key().hostAlgorithms().stream())
        .distinct()
        .toList();
  }

  /** Whether an authority vouches for this host, so that it should show its certificate. */
  boolean hasAuthority(KnownName host) {
    return host.names().stream()
        .flatMap(name -> linesFor(name).stream())
        .anyMatch(KnownHostsLine::isAuthority);
  }

  private static Verdict verdict(List<KnownHostsLine> candidates, SshKey offered) {
    Optional<KnownHostsLine> revoked =
        candidates.stream()
            .filter(line -> line.isRevoked() && line.key().equals(offered))
            .findFirst();
    if (revoked.isPresent()) {
      return new Verdict(Standing.REVOKED, offered, List.of(revoked.get()));
    }
    List<KnownHostsLine> plain = candidates.stream().filter(KnownHostsLine::isPlain).toList();
    for (KnownHostsLine line : plain) {
      if (line.key().equals(offered)) {
        return new Verdict(Standing.KNOWN, offered, List.of(line));
      }
    }
    return new Verdict(plain.isEmpty() ? Standing.UNKNOWN : Standing.CHANGED, offered, plain);
  }

  private List<KnownHostsLine> linesFor(String name) {
    return lines.stream().filter(line -> line.isFor(name)).toList();
  }
}
