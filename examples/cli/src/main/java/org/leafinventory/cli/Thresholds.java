package org.leafinventory.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Printable;
import org.leafinventory.standard.StandardTuningPolicy;

/**
 * The standard policy with other thresholds, read from a file such as
 *
 * <pre>{@code
 * {
 *   "cores": {"medium": 10, "high": 20},
 *   "memory_gb": {"medium": 24, "high": 96},
 *   "storage_gb": {"medium": 512, "high": 2000}
 * }
 * }</pre>
 *
 * <p>What is left out is as in the standard policy. Memory is in binary, storage in decimal GB.
 */
final class Thresholds {

  private static final List<String> KEYS = List.of("cores", "memory_gb", "storage_gb");
  private static final List<String> TIERS = List.of("medium", "high");

  private final Path file;
  private final JsonNode root;

  private Thresholds(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads the policy.
   *
   * @throws CliException if it cannot be read; the message names the key
   */
  static StandardTuningPolicy read(Path file) {
    return new Thresholds(file, parse(file)).policy();
  }

  private StandardTuningPolicy policy() {
    requireKeys(root, KEYS, "");
    StandardTuningPolicy.Builder policy = StandardTuningPolicy.builder().name("what-if");
    set("cores", (medium, high) -> policy.coreThresholds(cores(medium), cores(high)));
    set(
        "memory_gb",
        (medium, high) ->
            policy.memoryThresholds(ByteSize.ofGibibytes(medium), ByteSize.ofGibibytes(high)));
    set(
        "storage_gb",
        (medium, high) ->
            policy.storageThresholds(ByteSize.ofGigabytes(medium), ByteSize.ofGigabytes(high)));
    return policy.build();
  }

  private void set(String key, Setter setter) {
    if (!root.has(key)) {
      return;
    }
    JsonNode pair = root.get(key);
    requireKeys(pair, TIERS, key);
    try {
      setter.set(number(pair, key, "medium"), number(pair, key, "high"));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw wrong(key, String.valueOf(e.getMessage()));
    }
  }

  private long number(JsonNode pair, String key, String tier) {
    JsonNode number = pair.path(tier);
    if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 1) {
      throw wrong(
          key + "." + tier,
          number.isMissingNode() ? "is missing" : "is not a whole number above 0");
    }
    return number.asLong();
  }

  private void requireKeys(JsonNode object, List<String> known, String at) {
    if (!object.isObject()) {
      throw wrong(at.isEmpty() ? "the document" : at, "is not a JSON object");
    }
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw wrong(
            (at.isEmpty() ? "" : at + ".") + Printable.line(name),
            "is no key here; there are " + String.join(", ", known));
      }
    }
  }

  private CliException wrong(String where, String what) {
    return new CliException(file + ": " + where + ": " + what);
  }

  private static int cores(long number) {
    return Math.toIntExact(number);
  }

  private static JsonNode parse(Path file) {
    try {
      return JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build()
          .readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new CliException(
          file
              + ": line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ": "
              + Printable.line(e.getOriginalMessage()));
    } catch (NoSuchFileException e) {
      throw new CliException(file + ": there is no such file");
    } catch (IOException e) {
      throw new CliException("cannot read " + file + ": " + WholeFiles.explain(e));
    }
  }

  /** Sets two thresholds. */
  @FunctionalInterface
  private interface Setter {
    StandardTuningPolicy.Builder set(long medium, long high);
  }
}
