package org.leafinventory.collector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.probe.Bytes;
import org.leafinventory.probe.ProbeResult;

/** A way in which a hostile or broken machine answers otherwise than a Mac does. */
enum Mutation {
  FLIP_BYTES {
    @Override
    ProbeResult apply(ProbeResult answer, Random random) {
      byte[] bytes = answer.stdout().toArray();
      for (int i = random.nextInt(8); i >= 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      return answer.withStdout(Bytes.of(bytes));
    }
  },
  INSERT {
    @Override
    ProbeResult apply(ProbeResult answer, Random random) {
      String text = answer.stdout().text();
      int at = random.nextInt(text.length() + 1);
      return with(answer, text.substring(0, at) + pick(random, TOKENS) + text.substring(at));
    }
  },
  CUT {
    @Override
    ProbeResult apply(ProbeResult answer, Random random) {
      byte[] bytes = answer.stdout().toArray();
      return answer.withStdout(Bytes.of(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))));
    }
  },
  LINES {
    @Override
    ProbeResult apply(ProbeResult answer, Random random) {
      List<String> lines = new ArrayList<>(answer.stdout().text().lines().toList());
      for (int i = random.nextInt(4); i >= 0 && !lines.isEmpty(); i--) {
        int at = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
          case 0 -> lines.remove(at);
          case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
          default -> Collections.swap(lines, at, random.nextInt(lines.size()));
        }
      }
      return with(answer, String.join("\n", lines));
    }
  },
  VALUES {
    @Override
    ProbeResult apply(ProbeResult answer, Random random) {
      String text = answer.stdout().text();
      boolean isJson = text.startsWith("{");
      Pattern value = isJson ? JSON_VALUE : text.startsWith("<") ? PLIST_VALUE : PLAIN_VALUE;
      String[] others = isJson ? JSON_VALUES : text.startsWith("<") ? PLIST_VALUES : PLAIN_VALUES;
      int probability = 1 + random.nextInt(30);
      String changed =
          value
              .matcher(text)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(
                          random.nextInt(probability) == 0 ? pick(random, others) : found.group()));
      return with(answer, changed);
    }
  },
  STRUCTURE {
    @Override
    ProbeResult apply(ProbeResult answer, Random random) {
      String text = answer.stdout().text();
      for (int i = random.nextInt(4); i >= 0; i--) {
        text =
            text.startsWith("{")
                ? Structures.ofJson(text, random)
                : Structures.ofPlist(text, random);
      }
      return with(answer, text);
    }
  },
  DOCUMENT {
    @Override
    ProbeResult apply(ProbeResult answer, Random random) {
      return with(answer, pick(random, DOCUMENTS));
    }
  },
  ENDING {
    @Override
    ProbeResult apply(ProbeResult answer, Random random) {
      ProbeResult.Outcome outcome = pick(random, ProbeResult.Outcome.values());
      boolean exited = outcome == ProbeResult.Outcome.EXITED;
      return answer
          .withOutcome(outcome)
          .withExitStatus(exited ? OptionalInt.of(random.nextInt(256)) : OptionalInt.empty())
          .withCommand(pick(random, TOKENS))
          .withStderr(Bytes.utf8(pick(random, TOKENS)));
    }
  };

  /** Text that no answer of a machine may read from a file of ours. */
  static final String SECRET = "root:";

  private static final Pattern JSON_VALUE = Pattern.compile("(?<= : )(\"[^\"]*\"|-?[0-9.]+)");
  private static final Pattern PLIST_VALUE =
      Pattern.compile("<(string|integer)>[^<]*</\\1>|<(true|false)/>");
  private static final Pattern PLAIN_VALUE = Pattern.compile("(?<=[:\\s])[^:\\s]+");
  private static final String[] JSON_VALUES = {
    "null",
    "[]",
    "{}",
    "true",
    "-1",
    "0",
    "1e999",
    "9223372036854775807",
    "1.5",
    "\"\"",
    "\"\\ud83c\"",
    "\"\\u0000\\u001b\\u202e\"",
    "[[[[[[]]]]]]",
    "99999999999999999999999999",
    "{\"_items\" : [{\"_items\" : [{}]}]}",
    "\"disk0\"",
    "\"proc 1:2:3:4:5\"",
    "\"999999999 TB\"",
  };
  private static final String[] PLIST_VALUES = {
    "<dict/>",
    "<array/>",
    "<true/>",
    "<integer>-1</integer>",
    "<real>nan</real>",
    "<string/>",
    "<integer>18446744073709551615</integer>",
    "<data>AAAA</data>",
    "<date>x</date>",
    "<string>disk0</string>",
    "<array><dict><key>a</key><array/></dict></array>",
    "<string>&#0;&#x202e;</string>",
    "<string>&x;</string>",
    "<integer>9223372036854775807</integer>",
  };
  private static final String[] PLAIN_VALUES = {
    "0", "-1", "1", "", "x", "\0", "2147483648", "99999999999999999999", "1e999", "16.5", "not set",
  };
  private static final String[] TOKENS = {
    "\0",
    "\u001b[2J",
    "\u202e",
    "\n",
    "\r",
    " ".repeat(50_000),
    "-1",
    "0",
    "99999999999999999999",
    "9223372036854775807",
    "1e999",
    "\"",
    "<",
    "&",
    "]]>",
    "{",
    "[",
    "<dict>",
    "</dict>",
    "<!--",
    "<![CDATA[",
    "\ud83c\udf42",
    "x".repeat(5_000),
    "../../etc/passwd",
    "${x}",
    ": ",
    "disk0",
    "[".repeat(3_000),
    "<array>".repeat(3_000),
    "{\"a\":".repeat(3_000),
    "\n".repeat(2_000),
    "",
  };
  private static final String[] DOCUMENTS = {
    "",
    "\0",
    "null",
    "[".repeat(100_000),
    "<plist>" + "<array>".repeat(100_000),
    "<!DOCTYPE plist [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        + "<plist><dict><key>Error</key><true/><key>ErrorMessage</key><string>&x;</string></dict>"
        + "</plist>",
    "<!DOCTYPE plist [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]><plist><array/></plist>",
    "<!DOCTYPE plist SYSTEM \"file:///etc/passwd\"><plist><string>x</string></plist>",
    "<!DOCTYPE plist [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
        + "<plist><string>&d;&d;&d;&d;</string></plist>",
    "<plist><dict><key>AllDisksAndPartitions</key><array><string>disk0</string></array></dict>"
        + "</plist>",
    "{\"SPHardwareDataType\":[{\"_items\":" + "[{\"_items\":".repeat(60),
    "hw.memsize: " + "9".repeat(1_000) + "\nhw.physicalcpu: 2147483648\nhw.nperflevels: 999999",
  };

  abstract ProbeResult apply(ProbeResult answer, Random random);

  static <T> T pick(Random random, T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static ProbeResult with(ProbeResult answer, String text) {
    return answer.withStdout(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
