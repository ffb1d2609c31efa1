package org.leafinventory.nix.leafconfig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.leafinventory.model.HostName;
import org.leafinventory.nix.ast.Nix;
import org.leafinventory.nix.print.NixPrinter;
import org.leafinventory.testkit.arbitrary.Inventories;

class LeafConfigPropertyTest {

  private static final LeafConfigReader READER = LeafConfigReader.create();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("leaf-config");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("leaf-config.nix"));
    Files.deleteIfExists(folder.resolve("leaf.config.json"));
    Files.deleteIfExists(folder);
  }

  @Property(tries = 300)
  void any_configuration_survives_json(
      @ForAll("configs") LeafConfig config, @ForAll("others") Map<String, String> others)
      throws IOException {
    Path file = folder.resolve("leaf.config.json");
    JSON.writeValue(file.toFile(), content(config, others));
    assertThat(READER.read(file)).isEqualTo(config);
  }

  @Property(tries = 100)
  void any_configuration_survives_nix(
      @ForAll("configs") LeafConfig config, @ForAll("others") Map<String, String> others) {
    RealNix.require();
    String text = NixPrinter.print(Nix.file(content(config, others)));
    assertThat(READER.read(RealNix.write(folder, "leaf-config.nix", text))).isEqualTo(config);
  }

  @Provide
  Arbitrary<LeafConfig> configs() {
    Arbitrary<List<HostName>> names =
        Inventories.hostNames()
            .list()
            .ofMinSize(1)
            .ofMaxSize(5)
            .uniqueElements(name -> name.value().toLowerCase(Locale.ROOT));
    Arbitrary<List<String>> addresses =
        addresses().list().ofSize(5).uniqueElements(address -> address.toLowerCase(Locale.ROOT));
    Arbitrary<List<String>> users =
        Arbitraries.of("", "admin", "éva", "a.b-c", "${x}", "''", "\"").list().ofSize(5);
    Arbitrary<List<Integer>> ports =
        Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(1, 65_535))
            .list()
            .ofSize(5);
    return Combinators.combine(names, addresses, users, ports).as(LeafConfigPropertyTest::config);
  }

  @Provide
  Arbitrary<Map<String, String>> others() {
    return Arbitraries.maps(
            Inventories.anyText().map(text -> "other " + text), Inventories.anyText())
        .ofMaxSize(3);
  }

  private static Arbitrary<String> addresses() {
    Arbitrary<Integer> bytes = Arbitraries.integers().between(0, 255);
    return Arbitraries.oneOf(
        Combinators.combine(bytes, bytes, bytes, bytes)
            .as((a, b, c, d) -> a + "." + b + "." + c + "." + d),
        Combinators.combine(bytes, bytes).as((a, b) -> String.format("fe80::%x:%x%%en0", a, b)),
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).map(name -> name + ".local"));
  }

  private static LeafConfig config(
      List<HostName> names, List<String> addresses, List<String> users, List<Integer> ports) {
    List<LeafNode> nodes = new ArrayList<>();
    for (int n = 0; n < names.size(); n++) {
      LeafNode node = LeafNode.of(names.get(n), addresses.get(n));
      node = users.get(n).isEmpty() ? node : node.withUsername(users.get(n));
      nodes.add(ports.get(n) == 0 ? node : node.withSshPort(ports.get(n)));
    }
    return LeafConfig.of(nodes.get(0), nodes.subList(1, nodes.size()));
  }

  private static Map<String, Object> content(LeafConfig config, Map<String, String> others) {
    Map<String, Object> deployment = new LinkedHashMap<>(others);
    deployment.put("primary", content(config.primary(), others));
    deployment.put(
        "secondaries", config.secondaries().stream().map(node -> content(node, others)).toList());
    Map<String, Object> root = new LinkedHashMap<>(others);
    root.put("deployment", deployment);
    return root;
  }

  private static Map<String, Object> content(LeafNode node, Map<String, String> others) {
    Map<String, Object> content = new LinkedHashMap<>(others);
    content.put("hostname", node.hostname().value());
    content.put("address", node.address());
    node.username().ifPresent(user -> content.put("username", user));
    node.sshPort().ifPresent(port -> content.put("sshPort", port));
    return content;
  }
}
