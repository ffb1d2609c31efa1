package org.leafinventory.probe.macos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leafinventory.model.Display;
import org.leafinventory.model.Gpu;
import org.leafinventory.model.Printable;

/** Graphics processors, and the displays that hang on them. */
final class GraphicsReader {

  private static final String TYPE = "SPDisplaysDataType";
  private static final String SECTION = "hardware.gpus";
  private static final String APPLE = "Apple";
  private static final Map<String, String> VENDORS =
      Map.of("apple", APPLE, "amd", "AMD", "ati", "AMD", "intel", "Intel", "nvidia", "NVIDIA");

  /** Names that {@code system_profiler} would put into words of the user's language. */
  private static final Map<String, String> WORDS = Map.of("spdisplays_display", "Display");

  private static final Pattern PIXELS = Pattern.compile("\\D*([0-9]{1,6}) ?[x×] ?([0-9]{1,6}).*");
  private static final Pattern HERTZ =
      Pattern.compile(".*@ ?([0-9]{1,4}(?:[.,][0-9]{1,3})?) ?Hz.*");
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{1,8}");
  private static final Pattern METAL = Pattern.compile("spdisplays_metal([0-9]+)");
  private static final Pattern METAL_FAMILY =
      Pattern.compile("spdisplays_mtlgpufamily([a-z]+)([0-9]+)");

  private final Answers answers;

  GraphicsReader(Answers answers) {
    this.answers = answers;
  }

  List<Gpu> gpus() {
    JsonNode accelerator = answers.optionalPlist("ioreg-gpu").path(0);
    List<JsonNode> items = answers.profile(TYPE, SECTION);
    List<Gpu> gpus = new ArrayList<>();
    for (JsonNode item : items) {
      Tree.firstText(item, "sppci_model", "_name")
          .map(name -> WORDS.getOrDefault(name, name))
          .flatMap(
              name ->
                  answers.part(SECTION, () -> gpu(name, item, own(name, item, items, accelerator))))
          .ifPresent(gpus::add);
    }
    if (items.isEmpty()) {
      Tree.text(accelerator, "model")
          .flatMap(name -> answers.part(SECTION, () -> inRegistry(name, accelerator)))
          .ifPresent(gpus::add);
    }
    return gpus;
  }

  private Gpu gpu(String model, JsonNode item, JsonNode accelerator) {
    Optional<String> vendor = Tree.text(item, "spdisplays_vendor").map(GraphicsReader::vendor);
    OptionalInt inRegistry = Tree.count(accelerator, "gpu-core-count");
    OptionalInt cores = Tree.count(item, "sppci_cores");
    new CrossCheck(answers, SECTION)
        .same("cores of " + Printable.line(model), cores(TYPE, cores), cores("ioreg", inRegistry));
    return Gpu.builder()
        .model(model)
        .cores(cores.isPresent() ? cores : inRegistry)
        .vramBytes(Tree.memory(item, "spdisplays_vram"))
        .metal(metal(item))
        .vendor(vendor)
        .build();
  }

  /** The registry tells of the graphics of an Apple chip, not of those beside it. */
  private static JsonNode own(
      String model, JsonNode item, List<JsonNode> all, JsonNode accelerator) {
    Optional<String> vendor = Tree.text(item, "spdisplays_vendor").map(GraphicsReader::vendor);
    boolean isApple =
        model.startsWith(APPLE) || vendor.map(APPLE::equals).orElseGet(() -> all.size() == 1);
    return isApple ? accelerator : MissingNode.getInstance();
  }

  private static Gpu inRegistry(String model, JsonNode accelerator) {
    return Gpu.builder()
        .model(model)
        .cores(Tree.count(accelerator, "gpu-core-count"))
        .vendor(APPLE)
        .build();
  }

  private static Told<Integer> cores(String source, OptionalInt cores) {
    return new Told<>(source, cores.stream().boxed().findFirst());
  }

  /** {@code sppci_vendor_amd}, {@code AMD (0x1002)}, {@code Intel}: the name alone. */
  private static String vendor(String told) {
    String name =
        told.replaceFirst("^sppci_vendor_", "").replaceFirst(" *\\(0x[0-9a-fA-F]+\\)$", "");
    return VENDORS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
  }

  List<Display> displays() {
    List<Display> displays = new ArrayList<>();
    for (JsonNode gpu : answers.profile(TYPE, "displays")) {
      for (JsonNode item : Tree.items(gpu, "spdisplays_ndrvs")) {
        Optional<String> name = Tree.text(item, "_name").map(it -> WORDS.getOrDefault(it, it));
        if (isOn(item)) {
          name.flatMap(it -> answers.part("displays", () -> display(it, item)))
              .ifPresent(displays::add);
        }
      }
    }
    return displays;
  }

  /** Old systems list connectors with nothing behind them too. */
  private static boolean isOn(JsonNode item) {
    return Tree.bool(item, "spdisplays_online").orElse(true)
        && !item.path("spdisplays_status").asText().contains("not_connected");
  }

  private static Display display(String name, JsonNode item) {
    String resolution =
        Tree.firstText(item, "_spdisplays_resolution", "spdisplays_resolution").orElse("");
    Matcher pixels = PIXELS.matcher(pixels(item, resolution));
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
        .vendorId(hexadecimal(item, "_spdisplays_display-vendor-id"))
        .productId(hexadecimal(item, "_spdisplays_display-product-id"))
        .serialNumber(
            Tree.known(item, "spdisplays_display-serial-number")
                .or(() -> Tree.known(item, "_spdisplays_display-serial-number")))
        .build();
  }

  /** The pixels themselves; on Retina displays, a resolution is in points. */
  private static String pixels(JsonNode item, String resolution) {
    String physical = Tree.text(item, "spdisplays_pixelresolution").orElse("");
    return Tree.text(item, "_spdisplays_pixels")
        .orElse(PIXELS.matcher(physical).matches() ? physical : resolution);
  }

  private static Optional<String> hexadecimal(JsonNode item, String key) {
    return Tree.known(item, key)
        .filter(id -> HEXADECIMAL.matcher(id).matches())
        .map(id -> "0x" + id.toLowerCase(Locale.ROOT));
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
