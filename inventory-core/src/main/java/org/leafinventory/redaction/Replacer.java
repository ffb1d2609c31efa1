package org.leafinventory.redaction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts pseudonyms in the place of what identifies. */
final class Replacer implements Rewriter {

  private static final Pattern BARE_MAC = Pattern.compile("[0-9A-Fa-f]{12}");
  private static final Pattern FULL_NAME = Pattern.compile("(.*\\S)(\\s*\\()(.+)(\\))");
  private static final Pattern FOLDER = Pattern.compile("(/(?:Volumes|Users|home)/)([^/]+)(.*)");
  private static final Pattern SYSTEM_PATH =
      Pattern.compile("/|/(?:System|private|dev|net|nix|Library|usr|opt|var)(?:/.*)?");
  private static final Pattern PARTIAL_ADDRESS =
      Pattern.compile("(?=\\S*[0-9A-Fa-f])[0-9A-Fa-f]{1,8}(?:[.:-][0-9A-Fa-f]{0,12}){1,7}$");
  private static final int LONGEST_MESSAGE = 1000;
  private static final char CUT = '…';

  private final Pseudonyms pseudonyms;
  private final Secrets secrets;

  Replacer(Pseudonyms pseudonyms, Secrets secrets) {
    this.pseudonyms = pseudonyms;
    this.secrets = secrets;
  }

  @Override
  public String value(Kind kind, String value) {
    return switch (kind) {
      case SERIAL -> pseudonyms.serial(value);
      case UUID -> identifier(value);
      case MAC -> BARE_MAC.matcher(value).matches() ? bareMac(value) : text(value, false);
      case HOST -> pseudonyms.host(value);
      case NAME -> name(value);
      case VOLUME -> volume(value);
      case MOUNT_POINT -> mountPoint(value);
      case VERSION -> text(value, true);
      case TEXT -> text(value, false);
    };
  }

  private String bareMac(String digits) {
    return pseudonyms.addresses().bareMac(digits);
  }

  /** A UUID, or what stands under such a key in another form. */
  private String identifier(String value) {
    String other = text(value, false);
    boolean mayIdentify = value.chars().filter(c -> Character.digit(c, 16) >= 0).count() >= 8;
    return other.equals(value) && mayIdentify && !WellKnown.isUuid(value.strip())
        ? pseudonyms.serial(value)
        : other;
  }

  private String name(String value) {
    Matcher full = FULL_NAME.matcher(value);
    return value.length() <= LONGEST_MESSAGE && full.matches()
        ? pseudonyms.name(full.group(1))
            + full.group(2)
            + pseudonyms.name(full.group(3))
            + full.group(4)
        : pseudonyms.name(value);
  }

  /** White space around it is no part of the name: readers of volumes drop it. */
  private String volume(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && isBlank(name.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(name.charAt(end - 1))) {
      end--;
    }
    String core = name.substring(start, end);
    return WellKnown.isVolume(core)
        ? name
        : name.substring(0, start) + pseudonyms.name(core) + name.substring(end);
  }

  private static boolean isBlank(char c) {
    return c == 0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private String mountPoint(String path) {
    Matcher folder = FOLDER.matcher(path);
    if (folder.matches()) {
      return folder.group(1) + volume(folder.group(2)) + text(folder.group(3), false);
    }
    return SYSTEM_PATH.matcher(path).matches() ? text(path, false) : "/" + pseudonyms.name(path);
  }

  private String text(String text, boolean isVersion) {
    if (text.indexOf('\0') >= 0) {
      String bare = text.replace("\0", "");
      String other = text(bare, isVersion);
      if (!other.equals(bare)) {
        return other;
      }
    }
    String whole = DataText.rewriteIfEncoded(text, this::plainText);
    return whole.equals(text) ? replaceAll(withoutCuts(text), isVersion) : whole;
  }

  private String plainText(Kind kind, String text) {
    return replaceAll(text, false);
  }

  private String replaceAll(String text, boolean isVersion) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    if (Patterns.areLikelyIn(text)) {
      Matcher found = Patterns.in(text);
      while (found.find()) {
        String other = Patterns.replacement(found, text, isVersion, pseudonyms);
        if (!other.equals(found.group())) {
          replaceSecrets(text.substring(done, found.start()), out);
          out.append(other);
          done = found.end();
        }
      }
    }
    replaceSecrets(text.substring(done), out);
    return out.toString();
  }

  private void replaceSecrets(String text, StringBuilder out) {
    String folded = Secrets.fold(text);
    int at = 0;
    while (at < text.length()) {
      Optional<Secret> secret = secrets.at(folded, at);
      if (secret.isPresent()) {
        int end = at + secret.get().text().length();
        out.append(pseudonym(secret.get(), text.substring(at, end)));
        at = end;
      } else {
        out.append(text.charAt(at++));
      }
    }
  }

  private String pseudonym(Secret secret, String found) {
    return switch (secret.form()) {
      case PLAIN -> mentioned(secret.kind(), found);
      case HEX -> Addresses.sameCase(found, Spellings.hex(mentioned(secret)));
      case PERCENT -> Spellings.percent(mentioned(secret));
    };
  }

  private String mentioned(Secret secret) {
    return mentioned(secret.kind(), secret.original());
  }

  private String mentioned(Kind kind, String text) {
    return switch (kind) {
      case SERIAL -> pseudonyms.serial(text);
      case UUID -> identifierMentioned(text);
      case MAC -> bareMac(text);
      case HOST -> pseudonyms.host(text);
      default -> pseudonyms.name(text);
    };
  }

  private String identifierMentioned(String text) {
    Matcher found = Patterns.in(text);
    boolean isUuid = found.matches() && found.group("uuid") != null;
    return isUuid ? pseudonyms.uuid(text) : pseudonyms.serial(text);
  }

  /** Messages cut what they quote; what is left of a secret or an address goes with the rest. */
  private String withoutCuts(String text) {
    int cut = text.indexOf(CUT);
    if (cut < 0 || text.length() > LONGEST_MESSAGE) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    while (cut >= 0) {
      String before = text.substring(done, cut);
      Matcher partial = PARTIAL_ADDRESS.matcher(before);
      int secret = secrets.cutSecret(before);
      int address = partial.find() ? before.length() - partial.start() : 0;
      out.append(before, 0, before.length() - Math.max(secret, address)).append(CUT);
      done = cut + 1;
      cut = text.indexOf(CUT, done);
    }
    return out.append(text.substring(done)).toString();
  }
}
