package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.MemoryModule;

/** Memory modules: slots on Intel, one package on Apple silicon. */
final class MemoryModuleReader {

  private static final String TYPE = "SPMemoryDataType";

  private MemoryModuleReader() {}

  static List<MemoryModule> read(Answers answers) {
    List<MemoryModule> modules = new ArrayList<>();
    for (JsonNode item : answers.profile(TYPE, "memory_modules")) {
      if (item.has("_items")) {
        Tree.items(item, "_items").forEach(slot -> inSlot(slot).ifPresent(modules::add));
      } else {
        Optional<ByteSize> size = Tree.memory(item, TYPE).or(() -> Tree.memory(item, "dimm_size"));
        size.ifPresent(it -> modules.add(module(item, it, Optional.empty())));
      }
    }
    return modules;
  }

  /** The capacity of all modules together; empty unless each one tells its own. */
  static Optional<ByteSize> sum(List<MemoryModule> modules) {
    boolean allTold = modules.stream().allMatch(module -> module.size().isPresent());
    return modules.isEmpty() || !allTold
        ? Optional.empty()
        : modules.stream()
            .flatMap(module -> module.size().stream())
            .reduce(ByteSize::plus)
            .filter(size -> size.bytes() > 0);
  }

  /** An empty slot says so in words; only a size that is one means a module. */
  private static Optional<MemoryModule> inSlot(JsonNode slot) {
    return Tree.memory(slot, "dimm_size")
        .filter(size -> size.bytes() > 0)
        .map(size -> module(slot, size, Tree.text(slot, "_name")));
  }

  private static MemoryModule module(JsonNode item, ByteSize size, Optional<String> slot) {
    return MemoryModule.builder()
        .slot(slot)
        .size(size)
        .type(Tree.text(item, "dimm_type"))
        .speed(Tree.text(item, "dimm_speed"))
        .manufacturer(Tree.text(item, "dimm_manufacturer"))
        .partNumber(Tree.known(item, "dimm_part_number"))
        .serialNumber(Tree.known(item, "dimm_serial_number"))
        .build();
  }
}
