package org.leafinventory.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leafinventory.model.HostName;
import org.leafinventory.testkit.arbitrary.Inventories;

class PseudonymsTest {

  private static final Pseudonyms ONE = with("the one key, long enough");
  private static final Pseudonyms OTHER = with("another key, long enough");

  private static Pseudonyms with(String key) {
    return new Pseudonyms(new Prf(key.getBytes(StandardCharsets.UTF_8)));
  }

  @Provide
  Arbitrary<String> names() {
    return Inventories.anyText().filter(text -> !text.isBlank());
  }

  @Provide
  Arbitrary<String> serials() {
    return Arbitraries.strings()
        .withCharRange('A', 'Z')
        .numeric()
        .withChars("-/ .")
        .ofMinLength(1)
        .ofMaxLength(24)
        .filter(text -> !Pseudonyms.isNothing(text));
  }

  @Provide
  Arbitrary<String> addresses() {
    return Arbitraries.integers().map(bits -> IpText.printV4(bytes(bits)));
  }

  private static byte[] bytes(int bits) {
    return new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits};
  }

  @Property
  void two_names_never_become_one(@ForAll("names") String a, @ForAll("names") String b) {
    assertThat(ONE.name(a).equals(ONE.name(b))).isEqualTo(a.equals(b));
  }

  @Property
  void a_name_says_nothing_without_the_key(@ForAll("names") String name) {
    assertThat(ONE.name(name)).isNotEqualTo(OTHER.name(name)).isNotEqualTo(name);
  }

  @Property
  void a_usable_host_name_stays_one_and_an_unusable_one_unusable(@ForAll("names") String name) {
    assertThat(HostName.tryParse(ONE.host(name)).isPresent())
        .isEqualTo(HostName.tryParse(name).isPresent());
  }

  @Property
  void any_host_name_becomes_one(@ForAll("hosts") HostName host) {
    assertThat(HostName.tryParse(ONE.host(host.value()))).isPresent();
  }

  @Provide
  Arbitrary<HostName> hosts() {
    return Inventories.hostNames();
  }

  @ParameterizedTest
  @CsvSource({
    "Zoë’s Mac – Büro, Zoes-Mac-Buero",
    "Zoë’s Mac – Büro, Zoes-Mac-Buro",
    "Zoë's Mac – Büro, Zoë’s Mac – Büro",
    "Render Studio (2), Render-Studio-2",
    "Jürgens iMac, Jurgens-iMac",
  })
  void names_that_macos_derives_from_each_other_share_a_token(String computer, String host) {
    assertThat(token(ONE.name(computer))).isEqualTo(token(ONE.host(host)));
    assertThat(ONE.name(computer)).isNotEqualTo(ONE.host(host));
  }

  private static String token(String pseudonym) {
    return pseudonym.split("[- ]")[1];
  }

  @Test
  void the_first_label_of_a_host_is_that_of_its_pseudonym() {
    String full = ONE.host("studio-7.lab.leaf.example");
    assertThat(full).startsWith(ONE.host("studio-7") + ".").endsWith(".example");
    assertThat(full).doesNotContain("lab").doesNotContain("leaf");
    assertThat(ONE.host("studio-7.local")).isEqualTo(ONE.host("studio-7") + ".local");
    assertThat(ONE.host("localhost")).isEqualTo("localhost");
  }

  @Property
  void a_serial_number_keeps_its_length_and_alphabet(@ForAll("serials") String serial) {
    String other = ONE.serial(serial);
    assertThat(other).isNotEqualTo(serial).isEqualTo(ONE.serial(serial));
    String letters = serial.replaceAll("[^A-Z0-9]", "");
    if (letters.length() >= 8) {
      assertThat(other).hasSameSizeAs(serial);
    }
    if (letters.matches("[0-9]+")) {
      assertThat(other).matches("[0-9./ -]+");
    }
    assertThat(other).matches("[A-Z0-9./ -]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "", " ", "Unknown", "Not Available", "0x00000000", "********", "None"})
  void no_serial_number_stays_none(String nothing) {
    assertThat(ONE.serial(nothing)).isEqualTo(nothing);
  }

  @Test
  void hexadecimal_serial_numbers_stay_so() {
    assertThat(ONE.serial("0x1EAF0001")).matches("0x[0-9A-F]{8}");
    assertThat(ONE.serial("0XAAAAAA")).matches("[A-Z0-9]{8}");
    assertThat(ONE.serial("324c4853")).matches("[0-9a-f]{8}");
    assertThat(ONE.serial("00008400-001E20D40168401E")).matches("[0-9A-F]{8}-[0-9A-F]{16}");
    assertThat(ONE.serial("short")).hasSize(8).matches("[a-z]+");
    assertThat(ONE.serial("\"; rm -rf /")).matches("SN[A-Z0-9]{8}");
  }

  @Property
  void a_uuid_stays_one_of_its_version_and_case(@ForAll @Size(16) byte[] random) {
    String uuid = new UUID(number(random, 0), number(random, 8)).toString();
    Assume.that(!WellKnown.isUuid(uuid));
    String other = ONE.uuid(uuid);
    assertThat(UUID.fromString(other).toString()).isEqualTo(other).isNotEqualTo(uuid);
    assertThat(other.charAt(14)).isEqualTo(uuid.charAt(14));
    assertThat(UUID.fromString(other).variant()).isEqualTo(2);
    assertThat(ONE.uuid(uuid.toUpperCase(Locale.ROOT))).isEqualToIgnoringCase(other);
    assertThat(OTHER.uuid(uuid)).isNotEqualTo(other);
  }

  private static long number(byte[] bytes, int from) {
    return ByteBuffer.wrap(bytes).getLong(from);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EF57347C-0000-11AA-AA11-00306543ECAC",
        "7c3457ef-0000-11aa-aa11-00306543ecac",
        "C12A7328-F81F-11D2-BA4B-00A0C93EC93B",
        "00000000-0000-0000-0000-000000000000",
      })
  void types_of_partitions_stay(String uuid) {
    assertThat(ONE.uuid(uuid)).isEqualTo(uuid);
  }

  @Property
  void a_mac_address_becomes_another_of_its_kind(@ForAll @Size(6) byte[] address) {
    String text = HexFormat.ofDelimiter(":").formatHex(address);
    Assume.that(!text.matches("[0:]+|[f:]+"));
    String other = ONE.addresses().mac(text);
    byte[] bytes = HexFormat.ofDelimiter(":").parseHex(other);
    assertThat(bytes[0] & 3).isEqualTo(address[0] & 3);
    assertThat(ONE.addresses().bareMac(text.replace(":", ""))).isEqualTo(other.replace(":", ""));
    assertThat(ONE.addresses().mac(text.replace(':', '-'))).isEqualTo(other.replace(':', '-'));
    assertThat(OTHER.addresses().mac(text)).isNotEqualTo(other);
  }

  @Test
  void addresses_that_mean_the_same_everywhere_stay() {
    Addresses addresses = ONE.addresses();
    for (String v4 : new String[] {"127.0.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.251"}) {
      assertThat(addresses.v4(v4)).isEqualTo(v4);
    }
    for (String v6 : new String[] {"::", "::1", "fe80::1", "ff02::1", "ff02::fb"}) {
      assertThat(addresses.v6(v6)).isEqualTo(v6);
    }
    assertThat(addresses.mac("ff:ff:ff:ff:ff:ff")).isEqualTo("ff:ff:ff:ff:ff:ff");
    assertThat(addresses.mac("0:0:0:0:0:0")).isEqualTo("0:0:0:0:0:0");
    assertThat(addresses.v4("255.255.240.0")).isEqualTo("255.255.240.0");
    assertThat(addresses.v4("1.2.3.400")).isEqualTo("1.2.3.400");
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.1.10, 10\\..*",
    "192.168.178.54, 192\\.168\\..*",
    "172.16.3.4, 172\\.(1[6-9]|2[0-9]|3[01])\\..*",
    "169.254.3.4, 169\\.254\\..*",
    "100.100.3.4, 100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\..*",
    "8.8.8.8, 24[0-9]\\..*|25[0-5]\\..*",
    "fe80::71d2:f6ce:ef82:2257, fe80::.*",
    "fd12:3456::1, fd.*",
    "2a00:1450:4001:81b::200e, 2001:db8:.*",
    "::ffff:10.1.1.10, ::ffff:10\\..*",
    "ff02::1:ff82:2257, ff02::1:ff.*",
  })
  void an_address_stays_in_its_class(String address, String expected) {
    String other =
        address.contains(":") ? ONE.addresses().v6(address) : ONE.addresses().v4(address);
    assertThat(other).matches(expected).isNotEqualTo(address);
  }

  @Property
  void what_shares_a_subnet_still_does(@ForAll byte x, @ForAll byte y, @ForAll byte z) {
    Assume.that(y != z);
    String subnet = "10.7." + (x & 0xff) + ".";
    String first = ONE.addresses().v4(subnet + (y & 0xff));
    String second = ONE.addresses().v4(subnet + (z & 0xff));
    assertThat(first.substring(0, first.lastIndexOf('.')))
        .isEqualTo(second.substring(0, second.lastIndexOf('.')));
    assertThat(first).isNotEqualTo(second);
  }

  @Property
  void an_address_is_never_its_own_pseudonym(@ForAll("addresses") String address) {
    String other = ONE.addresses().v4(address);
    assertThat(IpText.parseV4(other)).isPresent();
    boolean isSpecial = address.matches("(0|127|22[4-9]|23[0-9])\\..*|255(\\.255)*(\\.[0-9]+)*");
    if (!isSpecial) {
      assertThat(other).isNotEqualTo(address);
    }
  }

  @Property
  void what_is_printed_of_an_address_reads_back(@ForAll @Size(16) byte[] address) {
    assertThat(IpText.parseV6(IpText.printV6(address))).contains(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"::", "::1", "fe80::1", "2001:db8::1:0:0:1", "1:2:3:4:5:6:7:8"})
  void addresses_are_printed_as_macos_does(String address) {
    assertThat(IpText.parseV6(address).map(IpText::printV6)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", ":::", "1:2", "1::2::3", "1:2:3:4:5:6:7:8:9", "12345::", "g::"})
  void what_is_no_address_is_none(String text) {
    assertThat(IpText.parseV6(text)).isEmpty();
  }
}
