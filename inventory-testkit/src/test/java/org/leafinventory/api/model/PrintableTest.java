package org.leafinventory.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leafinventory.model.Printable;
import org.leafinventory.testkit.arbitrary.Inventories;

class PrintableTest {

  @Test
  void what_a_terminal_obeys_is_escaped() {
    assertThat(Printable.quote("a\"\\\n\r\t\u001b\u0085\u202e\u2028\ud800"))
        .isEqualTo("\"a\\\"\\\\\\n\\r\\t\\u001b\\u0085\\u202e\\u2028\\ud800\"");
    assertThat(Printable.quote("\udb40\udc01")).isEqualTo("\"\\udb40\\udc01\"");
  }

  @Test
  void letters_and_emoji_stay() {
    assertThat(Printable.line(" Annas Büro 名前 😀 ")).isEqualTo("Annas Büro 名前 😀");
  }

  @Test
  void length_is_counted_in_characters_as_people_see_them() {
    assertThat(Printable.line("😀".repeat(120))).isEqualTo("😀".repeat(120));
    assertThat(Printable.line("😀".repeat(121))).isEqualTo("😀".repeat(120) + "…");
  }

  @Provide
  Arbitrary<String> texts() {
    return Inventories.anyTextWithNul();
  }

  @Property
  void quoted_text_is_json_of_the_text(@ForAll("texts") String text)
      throws JsonProcessingException {
    String quoted = Printable.quote(text);

    assertThat(quoted).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    assertThat(new ObjectMapper().readValue(quoted, String.class))
        .isEqualTo(text.codePointCount(0, text.length()) > 120 ? quoted : text);
  }
}
