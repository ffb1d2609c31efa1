package org.leafinventory.probe.macos;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Property lists as Apple's tools print them. */
final class PlistText {

  private static final String HEADER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
      "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      """;

  private PlistText() {}

  /** A dictionary of these keys and values, in turns. */
  static Map<String, Object> dict(Object... keysAndValues) {
    Map<String, Object> dict = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      dict.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return dict;
  }

  /** The document that holds {@code root}. */
  static String plist(Object root) {
    return document(xml(root));
  }

  /** The document with this XML inside. */
  static String document(String body) {
    return HEADER + "<plist version=\"1.0\">\n" + body + "\n</plist>\n";
  }

  private static String xml(Object value) {
    StringBuilder out = new StringBuilder();
    if (value instanceof Map<?, ?> dict) {
      dict.forEach((key, entry) -> out.append("<key>" + key + "</key>\n" + xml(entry) + "\n"));
      return "<dict>\n" + out + "</dict>";
    }
    if (value instanceof List<?> array) {
      array.forEach(entry -> out.append(xml(entry)).append('\n'));
      return "<array>\n" + out + "</array>";
    }
    if (value instanceof byte[] data) {
      return "<data>" + Base64.getEncoder().encodeToString(data) + "</data>";
    }
    if (value instanceof Boolean flag) {
      return "<" + flag + "/>";
    }
    return value instanceof Number
        ? "<integer>" + value + "</integer>"
        : "<string>" + value + "</string>";
  }
}
