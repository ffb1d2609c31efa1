package org.leafinventory.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What identifies by its mere form: addresses, UUIDs, home folders, and devices named by owner. */
final class Patterns {

  private static final String UUID =
      "(?<uuid>[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})";
  private static final String EMAIL =
      "(?<email>(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24})";
  private static final String MAC =
      "(?<mac>(?<![\\p{L}\\p{N}:.-])(?:[0-9A-Fa-f]{1,2}(?::[0-9A-Fa-f]{1,2}){5}"
          + "|[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){7})"
          + "(?![\\p{L}\\p{N}]|[:-][0-9A-Fa-f]))";
  private static final String IPV6 =
      "(?<ipv6>(?<![\\p{L}\\p{N}:.%-])(?=[0-9A-Fa-f]*:[0-9A-Fa-f]*:)[0-9A-Fa-f:]{2,39}"
          + "(?:(?<=:)[0-9]{1,3}(?:\\.[0-9]{1,3}){3})?(?![\\p{L}\\p{N}]))";
  private static final String IPV4 =
      "(?<ipv4>(?<![\\p{L}\\p{N}.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![\\p{L}\\p{N}]|\\.[0-9]))";
  private static final String HOME =
      "(?<=/(?:Users|home)/)(?!Shared\\b|Guest\\b)(?<home>[^/\\s:;,\"'<>|]{1,255})";
  private static final String MOUNT = "(?<=/Volumes/)(?<mount>[^/\\s:;,\"'<>|]{1,255})";

  private static final String DEVICE =
      "(?:iPhone|iPad|iPod|MacBook|iMac|Mac(?!intosh)|AirPods|Apple Watch|Magic|Studio Display)\\b";
  private static final String OWNER =
      "(?<owner>(?<![\\p{L}\\p{M}])[\\p{L}\\p{M}]{2,40}+)(?=['’]s? "
          + DEVICE
          + ")"
          + "|(?<=(?:iPhone|iPad|iPod|MacBook|MacBook Air|MacBook Pro|iMac|Mac|Mac mini|AirPods)"
          + " (?:von|de|di|van|av|af|od) )(?<owned>[\\p{L}\\p{M}]{2,40})";

  private static final Pattern ALL =
      Pattern.compile(
          String.join("|", UUID, EMAIL, MAC, IPV6, IPV4, HOME, MOUNT, OWNER),
          Pattern.UNICODE_CHARACTER_CLASS);

  /** Four numbers after such a word are a version. */
  private static final Pattern OF_VERSION =
      Pattern.compile(
          "(?i).*(?:version|macos|os x|release|revision|build|darwin)[ :=v]{0,3}", Pattern.DOTALL);

  private static final int CONTEXT = 16;

  private Patterns() {}

  /** Goes through the places in {@code text}. */
  static Matcher in(String text) {
    return ALL.matcher(text);
  }

  /** Whether there can be any: all of them have a mark of punctuation or a space in them. */
  static boolean areLikelyIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (":.-@/'’ ".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** What shall stand in the place of the match; the match itself if it may stay. */
  static String replacement(Matcher match, String text, boolean isVersion, Pseudonyms pseudonyms) {
    String found = match.group();
    if (match.group("uuid") != null) {
      return pseudonyms.uuid(found);
    }
    if (match.group("email") != null) {
      return pseudonyms.email(found);
    }
    if (match.group("mac") != null) {
      return pseudonyms.addresses().mac(found);
    }
    if (match.group("ipv6") != null) {
      return pseudonyms.addresses().v6(found);
    }
    if (match.group("ipv4") != null) {
      String before = text.substring(Math.max(0, match.start() - CONTEXT), match.start());
      boolean stays = isVersion || OF_VERSION.matcher(before).matches();
      return stays ? found : pseudonyms.addresses().v4(found);
    }
    return match.group("mount") != null && WellKnown.isVolume(found)
        ? found
        : pseudonyms.name(found);
  }
}
