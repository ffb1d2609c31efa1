package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.Display;
import org.leafinventory.model.Gpu;

/** Graphics processors, and the displays that hang on them. */
final class GraphicsReader {

  private static final String TYPE = "SPDisplaysDataType";
  private static final Pattern PIXELS = Pattern.compile("([0-9]{1,6}) ?x ?([0-9]{1,6}).*");
  private static final Pattern HERTZ =
      Pattern.compile(".*@ ?([0-9]{1,4}(?:[.,][0-9]{1,3})?) ?Hz.*");
  private static final Pattern METAL = Pattern.compile("spdisplays_metal([0-9]+)");
  private static final Pattern METAL_FAMILY =
      Pattern.compile("spdisplays_mtlgpufamily([a-z]+)([0-9]+)");

  private final Answers answers;

  GraphicsReader(Answers answers) {
    this.answers = answers;
  }

  List<Gpu> gpus() {
    JsonNode accelerator = answers.optionalPlist("ioreg-gpu").path(0);
    List<Gpu> gpus = new ArrayList<>();
    for (JsonNode item : answers.profile(TYPE, "hardware.gpus")) {
      Optional<String> model = Tree.firstText(item, "sppci_model", "_name");
      model
          .flatMap(name -> answers.part("hardware.gpus", () -> gpu(name, item, accelerator)))
          .ifPresent(gpus::add);
    }
    return gpus;
  }

  private static Gpu gpu(String model, JsonNode item, JsonNode accelerator) {
    OptionalInt cores = Tree.count(item, "sppci_cores");
    return Gpu.builder()
        .model(model)
        .cores(cores.isPresent() ? cores : Tree.count(accelerator, "gpu-core-count"))
        .vramBytes(Tree.memory(item, "spdisplays_vram"))
        .metal(metal(item))
        .build();
  }

  List<Display> displays() {
    List<Display> displays = new ArrayList<>();
    for (JsonNode gpu : answers.profile(TYPE, "displays")) {
      for (JsonNode item : Tree.items(gpu, "spdisplays_ndrvs")) {
        boolean off = !Tree.bool(item, "spdisplays_online").orElse(true);
        Optional<String> name = Tree.text(item, "_name");
        if (!off) {
          name.flatMap(it -> answers.part("displays", () -> display(it, item)))
              .ifPresent(displays::add);
        }
      }
    }
    return displays;
  }

  private static Display display(String name, JsonNode item) {
    String resolution =
        Tree.firstText(item, "_spdisplays_resolution", "spdisplays_resolution").orElse("");
    Matcher pixels = PIXELS.matcher(Tree.text(item, "_spdisplays_pixels").orElse(resolution));
    boolean known = pixels.matches();
    return Display.builder()
        .name(name)
        .widthPixels(
            known ? OptionalInt.of(Integer.parseInt(pixels.group(1))) : OptionalInt.empty())
        .heightPixels(
            known ? OptionalInt.of(Integer.parseInt(pixels.group(2))) : OptionalInt.empty())
        .refreshRateHz(refreshRate(resolution))
        .builtIn(builtIn(item))
        .main(Tree.bool(item, "spdisplays_main"))
        .build();
  }

  private static OptionalDouble refreshRate(String resolution) {
    Matcher hertz = HERTZ.matcher(resolution);
    return hertz.matches()
        ? OptionalDouble.of(Double.parseDouble(hertz.group(1).replace(',', '.')))
        : OptionalDouble.empty();
  }

  private static Optional<Boolean> builtIn(JsonNode item) {
    Optional<String> connection = Tree.text(item, "spdisplays_connection_type");
    if (connection.isPresent()) {
      return Optional.of(connection.get().equals("spdisplays_internal"));
    }
    return Tree.text(item, "spdisplays_display_type").map(type -> type.contains("built-in"));
  }

  private static Optional<String> metal(JsonNode item) {
    Optional<String> support =
        Tree.firstText(
            item, "spdisplays_mtlgpufamilysupport", "spdisplays_metalfamily", "spdisplays_metal");
    return support.map(GraphicsReader::metalInWords);
  }

  private static String metalInWords(String support) {
    Matcher version = METAL.matcher(support);
    if (version.matches()) {
      return "Metal " + version.group(1);
    }
    Matcher family = METAL_FAMILY.matcher(support);
    if (family.matches()) {
      String maker = family.group(1);
      return "Metal GPUFamily "
          + Character.toUpperCase(maker.charAt(0))
          + maker.substring(1)
          + " "
          + family.group(2);
    }
    return support.equals("spdisplays_supported") ? "Supported" : support;
  }
}
