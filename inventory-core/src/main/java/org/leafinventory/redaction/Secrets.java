package org.leafinventory.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secrets that were told under keys of their own, to be found wherever else they are mentioned,
 * in whatever case. Not thread-safe while they are gathered.
 */
final class Secrets implements Rewriter {

  /** All spellings begin with as many characters, by which they are found. */
  private static final int HEAD = 4;

  /** Spreads heads over 2^14 slots, to rule out most places at once. */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private static final int SLOT_SHIFT = 50;

  /** A cut that leaves less than this of a secret tells nothing. */
  private static final int SHORTEST_REST = 3;

  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_REST = 64;

  private static final Pattern FULL_NAME = Pattern.compile("(.*\\S)\\s*\\((.+)\\)");
  private static final Pattern FOLDER = Pattern.compile("/(?:Volumes|Users|home)/([^/]+).*");

  private final Map<Long, List<Secret>> byHead = new HashMap<>();
  private final BitSet heads = new BitSet();
  private final Set<String> known = new HashSet<>();

  /** Notes what the value tells; it stays. */
  @Override
  public String value(Kind kind, String value) {
    switch (kind) {
      case SERIAL, UUID -> addUnlessNothing(kind, value);
      case HOST -> addHost(value);
      case NAME -> addName(value);
      case VOLUME -> addVolume(value);
      case MOUNT_POINT -> addMountPoint(value);
      default -> addAddresses(value);
    }
    return value;
  }

  private void addUnlessNothing(Kind kind, String value) {
    if (!Pseudonyms.isNothing(value) && !WellKnown.isUuid(value)) {
      add(kind, value);
    }
  }

  private void addHost(String host) {
    add(Kind.HOST, host);
    int dot = host.indexOf('.');
    if (dot > 0) {
      add(Kind.HOST, host.substring(0, dot));
      String domain = host.substring(dot + 1);
      if (domain.indexOf('.') > 0) {
        add(Kind.HOST, domain);
      }
    }
  }

  private void addName(String name) {
    add(Kind.NAME, name);
    Matcher full = FULL_NAME.matcher(name);
    if (name.length() <= LONGEST_NAME && full.matches()) {
      add(Kind.NAME, full.group(1));
      add(Kind.NAME, full.group(2));
    }
  }

  private void addVolume(String name) {
    if (!WellKnown.isVolume(name)) {
      add(Kind.VOLUME, name);
    }
  }

  private void addMountPoint(String path) {
    Matcher folder = FOLDER.matcher(path);
    if (folder.matches()) {
      addVolume(folder.group(1));
    }
  }

  private void addAddresses(String text) {
    if (!Patterns.areLikelyIn(text)) {
      return;
    }
    Matcher found = Patterns.in(text);
    while (found.find()) {
      String mac = found.group("mac");
      if (mac != null) {
        String digits = mac.replaceAll("[:-]", "");
        if (digits.length() >= 12 && !Pseudonyms.isNothing(digits)) {
          put(new Secret(Kind.MAC, Secret.Form.PLAIN, digits, digits));
        }
      }
    }
  }

  private void add(Kind kind, String value) {
    for (String spelling : Spellings.plain(value)) {
      if (WellKnown.isDistinctive(spelling)) {
        put(new Secret(kind, Secret.Form.PLAIN, spelling, value));
      }
    }
    if (WellKnown.isDistinctive(value)) {
      String bare = value.strip();
      put(new Secret(kind, Secret.Form.HEX, Spellings.hex(bare), bare));
      put(new Secret(kind, Secret.Form.PERCENT, Spellings.percent(bare), bare));
    }
  }

  private void put(Secret secret) {
    String text = fold(secret.text());
    if (text.length() >= HEAD && known.add(text)) {
      long head = head(text, 0);
      heads.set(slot(head));
      byHead
          .computeIfAbsent(head, it -> new ArrayList<>())
          .add(new Secret(secret.kind(), secret.form(), text, secret.original()));
    }
  }

  /** To be called once all are gathered: of two that begin alike, the longer is found. */
  Secrets sorted() {
    byHead
        .values()
        .forEach(
            secrets ->
                secrets.sort(
                    Comparator.comparingInt((Secret secret) -> secret.text().length()).reversed()));
    return this;
  }

  /**
   * The longest secret that stands at this place.
   *
   * @param folded the text, {@linkplain #fold folded}
   */
  Optional<Secret> at(String folded, int start) {
    if (start + HEAD > folded.length()) {
      return Optional.empty();
    }
    long head = head(folded, start);
    if (!heads.get(slot(head))) {
      return Optional.empty();
    }
    return byHead.getOrDefault(head, List.of()).stream()
        .filter(it -> folded.startsWith(it.text(), start))
        .findFirst();
  }

  private static long head(String text, int start) {
    long head = 0;
    for (int i = start; i < start + HEAD; i++) {
      head = (head << Character.SIZE) | text.charAt(i);
    }
    return head;
  }

  private static int slot(long head) {
    return (int) ((head * SPREAD) >>> SLOT_SHIFT);
  }

  /** How many characters at the end of {@code text} may be the beginning of a secret. */
  int cutSecret(String text) {
    String end = fold(text.substring(Math.max(0, text.length() - LONGEST_REST)));
    for (int from = 0; from + SHORTEST_REST <= end.length(); from++) {
      String rest = end.substring(from);
      if (known.stream().anyMatch(secret -> secret.startsWith(rest))) {
        return rest.length();
      }
    }
    return 0;
  }

  /** Without regard to case, character by character, so that places stay what they are. */
  static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return known.size() + " spellings of secrets";
  }
}
