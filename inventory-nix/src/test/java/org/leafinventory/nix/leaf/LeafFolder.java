package org.leafinventory.nix.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.nix.HostWriter;
import org.leafinventory.nix.LeafProject;
import org.leafinventory.nix.NixWriter;

/**
 * A leaf on disk, and what real Nix makes of it with stand-ins for the inputs of its flake.
 *
 * @param root its folder
 */
record LeafFolder(Path root) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Writes everything for these machines. */
  static LeafFolder write(Path root, HardwareInventory... macs) {
    LeafProject.at(root).write();
    for (HardwareInventory mac : macs) {
      NixWriter.at(root).export(mac, Macs.HIGH);
      HostWriter.at(root).export(mac, Macs.HIGH);
    }
    Path standIns = root.resolve("stand-ins");
    for (String name : new String[] {"lib.nix", "darwin.nix", "inputs.nix"}) {
      Programs.write(standIns.resolve(name), "");
      Programs.resource(standIns, name);
    }
    return new LeafFolder(root);
  }

  LeafFolder with(String file, String text) {
    Programs.write(root.resolve(file), text);
    return this;
  }

  String text(String file) {
    return Programs.read(root.resolve(file));
  }

  /** What {@code expression} over the {@code outputs} of the flake evaluates to. */
  JsonNode evaluate(String expression) {
    Programs.Answer answer = tryToEvaluate(expression);
    assertThat(answer.status()).as(answer.err()).isZero();
    try {
      return MAPPER.readTree(answer.out());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.out(), e);
    }
  }

  /** Why {@code expression} over the {@code outputs} of the flake does not evaluate. */
  String complaint(String expression) {
    Programs.Answer answer = tryToEvaluate(expression);
    assertThat(answer.status()).as(answer.out()).isNotZero();
    return answer.err();
  }

  Programs.Answer tryToEvaluate(String expression) {
    String program =
        "let outputs = (import ./flake.nix).outputs"
            + " (import ./stand-ins/inputs.nix // { self = outputs // { outPath = \"/leaf\"; }; });"
            + " in "
            + expression;
    return Programs.run(root, "nix-instantiate", "--eval", "--strict", "--json", "--expr", program);
  }
}
