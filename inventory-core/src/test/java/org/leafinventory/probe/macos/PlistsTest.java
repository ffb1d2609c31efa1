package org.leafinventory.probe.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.leafinventory.probe.macos.PlistText.dict;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.probe.Bytes;

class PlistsTest {

  @Test
  void every_type_becomes_what_json_has_for_it() {
    JsonNode tree =
        parse(
                PlistText.plist(
                    dict(
                        "text",
                        "a &amp; b &lt;c&gt; &#233;",
                        "int",
                        7,
                        "long",
                        1L << 40,
                        "yes",
                        true,
                        "list",
                        List.of(1, "x"),
                        "data",
                        new byte[] {65, 0},
                        "none",
                        dict())))
            .orElseThrow();
    assertThat(tree.path("text").asText()).isEqualTo("a & b <c> é");
    assertThat(tree.path("int").isInt()).isTrue();
    assertThat(tree.path("long").longValue()).isEqualTo(1L << 40);
    assertThat(tree.path("yes").isBoolean()).isTrue();
    assertThat(tree.path("list")).hasSize(2);
    assertThat(Tree.text(tree, "data")).contains("A");
    assertThat(tree.path("none").isObject()).isTrue();
  }

  @Test
  void numbers_beyond_the_signed_ones_do_not_spoil_the_rest() {
    String body =
        "<dict><key>mask</key><integer>18446744073709551615</integer>"
            + "<key>size</key><integer>5</integer></dict>";
    assertThat(parse(PlistText.document(body)).orElseThrow().path("size").intValue()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<integer>many</integer>",
        "<dict><key>alone</key></dict>",
        "<dict>",
        "<unknown/>",
        "<string>a<b>c</b></string>",
        "<data>AAA=A</data>",
        "<string>&#xD800;</string>",
        "<dict>text</dict>",
        "<key>no value</key>",
        "<string>&undeclared;</string>",
      })
  void what_apple_never_writes_is_no_property_list(String body) {
    assertThat(parse(PlistText.document(body))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "bplist00", "<", "<?xml version=\"1.0\"?>", "\u0000"})
  void what_is_no_xml_is_no_property_list(String text) {
    assertThat(parse(text)).isEmpty();
  }

  @Test
  void no_file_is_ever_read(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "the secret");
    String external =
        "<!DOCTYPE plist [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>"
            + "<plist><string>&x;</string></plist>";
    String definitions =
        "<!DOCTYPE plist SYSTEM \"" + secret.toUri() + "\"><plist><string>x</string></plist>";
    assertThat(parse(external)).isEmpty();
    assertThat(parse(definitions).map(JsonNode::asText)).isIn(Optional.of("x"), Optional.empty());
  }

  @Test
  void entities_never_grow() {
    StringBuilder entities = new StringBuilder("<!ENTITY e0 \"leaf\">");
    for (int i = 1; i < 12; i++) {
      entities.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
    }
    String bomb = "<!DOCTYPE plist [" + entities + "]><plist><string>&e11;</string></plist>";
    assertThat(parse(bomb)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<array>", "<dict><key>k</key>", "<array >", "<string>", "<array\n>"})
  void nesting_never_overflows_the_stack(String opening) {
    assertThatCode(() -> parse(PlistText.document(opening.repeat(200_000))))
        .doesNotThrowAnyException();
    assertThat(parse(PlistText.document(opening.repeat(200_000)))).isEmpty();
  }

  @Test
  void tags_are_not_hidden_in_another_encoding() {
    String deep = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><plist>" + "<array>".repeat(200_000);
    assertThat(Plists.parse(Bytes.of(deep.getBytes(StandardCharsets.UTF_16)))).isEmpty();
    assertThat(Plists.parse(Bytes.utf8(deep))).isEmpty();
  }

  @Test
  void a_large_list_takes_time_in_proportion() {
    String large =
        PlistText.document("<array>" + "<string>x</string>".repeat(100_000) + "</array>");
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(parse(large).orElseThrow()).hasSize(100_000));
  }

  @Test
  void a_byte_order_mark_is_skipped() {
    assertThat(parse("\ufeff" + PlistText.plist("text")))
        .hasValueSatisfying(tree -> assertThat(tree.asText()).isEqualTo("text"));
  }

  @Test
  void bytes_that_are_no_text_are_refused_in_silence() {
    PrintStream stderr = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      byte[] bytes = PlistText.plist("\u00e4").getBytes(StandardCharsets.ISO_8859_1);
      assertThat(Plists.parse(Bytes.of(bytes))).isEmpty();
      assertThat(parse("<plist><string></plist>")).isEmpty();
    } finally {
      System.setErr(stderr);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static Optional<JsonNode> parse(String text) {
    return Plists.parse(Bytes.utf8(text));
  }
}
