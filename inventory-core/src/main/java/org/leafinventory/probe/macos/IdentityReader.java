package org.leafinventory.probe.macos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Printable;
import org.leafinventory.model.SystemInfo;

/** Which machine this is and what it runs. */
final class IdentityReader {

  /** How models and firmware versions of virtual machines begin. */
  private static final List<String> VIRTUAL_NAMES =
      List.of("VirtualMac", "VMware", "VMW", "Parallels", "VirtualBox");

  /** Since the M2, models are called {@code Mac14,2}; guests on Apple silicon VirtualMac2,1. */
  private static final Pattern APPLE_SILICON_MODEL =
      Pattern.compile("(?:Virtual)?Mac[0-9]{1,3},[0-9]{1,3}");

  /** What a machine without a name calls itself; all of them do. */
  private static final String NO_NAME = "localhost";

  private final Answers answers;
  private final Sysctl sysctl;
  private final Overview overview;

  IdentityReader(Answers answers, Sysctl sysctl, Overview overview) {
    this.answers = answers;
    this.sysctl = sysctl;
    this.overview = overview;
  }

  SystemInfo read() {
    HostName hostName = hostName();
    Map<String, String> version = version();
    Told<String> kernelModel = new Told<>("sysctl hw.model", sysctl.text("hw.model"));
    overview.crossCheck(answers, kernelModel);
    Optional<String> model = kernelModel.value().or(overview::model);
    Architecture architecture = architecture(model);
    return SystemInfo.builder()
        .hostname(hostName)
        .computerName(answers.value("scutil-ComputerName"))
        .model(model)
        .serialNumber(overview.serialNumber())
        .architecture(architecture)
        .kernel(kernel())
        .macosVersion(macosVersion(version))
        .macosBuild(
            Optional.ofNullable(version.get("BuildVersion"))
                .or(() -> sysctl.text("kern.osversion"))
                .or(overview::macosBuild))
        .macosVersionExtra(Optional.ofNullable(version.get("ProductVersionExtra")))
        .modelName(overview.known("machine_name"))
        .modelNumber(overview.known("model_number"))
        .hardwareUuid(overview.hardwareUuid())
        .virtualMachine(virtualMachine(model))
        .bootTime(sysctl.bootTime())
        .firmwareVersion(overview.known("boot_rom_version"))
        .osLoaderVersion(overview.known("os_loader_version"))
        .rosettaInstalled(rosettaInstalled(architecture))
        .build();
  }

  /**
   * The local host name, which macOS keeps valid; where it is not set, the first label of the host
   * name. A name that was answered but is not usable ends the interpretation: to file a machine
   * under another name than its own would mix machines up.
   */
  private HostName hostName() {
    String name =
        answers
            .uncheckedValue("scutil-LocalHostName")
            .or(() -> answers.uncheckedValue("scutil-HostName").map(IdentityReader::firstLabel))
            .or(() -> sysctl.text("kern.hostname").map(IdentityReader::firstLabel))
            .filter(it -> !it.equalsIgnoreCase(NO_NAME))
            .orElseThrow(
                () ->
                    new InterpretationException(
                        "the machine told no host name (scutil --get LocalHostName)"));
    return HostName.tryParse(name)
        .orElseThrow(
            () ->
                new InterpretationException(
                    "the machine calls itself "
                        + Printable.quote(name)
                        + ", which is no host name"));
  }

  private static String firstLabel(String name) {
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** {@code uname -m} lies under Rosetta, so all that cannot lie comes first. */
  private Architecture architecture(Optional<String> model) {
    if (sysctl.flag("hw.optional.arm64").orElse(false)
        || sysctl.flag("sysctl.proc_translated").orElse(false)
        || overview.known("chip_type").orElse("").startsWith("Apple")
        || sysctl.text("machdep.cpu.brand_string").orElse("").contains("Apple")
        || APPLE_SILICON_MODEL.matcher(model.orElse("")).matches()) {
      return Architecture.ARM64;
    }
    String machine = answers.text("uname-m", "system_info").orElse("").strip();
    if (machine.startsWith("arm64")) {
      return Architecture.ARM64;
    }
    boolean intel =
        machine.equals("x86_64")
            || overview.known("cpu_type").orElse("").contains("Intel")
            || sysctl.text("machdep.cpu.brand_string").orElse("").contains("Intel");
    if (intel) {
      return Architecture.X86_64;
    }
    throw new InterpretationException(
        machine.isEmpty()
            ? "the machine did not tell its architecture (uname -m)"
            : "the architecture " + Printable.quote(machine) + " is none of a Mac");
  }

  private Optional<String> kernel() {
    return sysctl
        .text("kern.osrelease")
        .or(() -> answers.text("uname-r", "system_info").flatMap(Tree::clean))
        .or(overview::kernel);
  }

  private Map<String, String> version() {
    Map<String, String> version = new HashMap<>();
    for (String line : answers.text("sw_vers", "system_info").orElse("").split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        Tree.clean(line.substring(colon + 1))
            .ifPresent(value -> version.putIfAbsent(line.substring(0, colon), value));
      }
    }
    return version;
  }

  private Optional<String> macosVersion(Map<String, String> version) {
    Told<String> product =
        new Told<>("sw_vers", Optional.ofNullable(version.get("ProductVersion")));
    Told<String> kernel = new Told<>("sysctl", sysctl.text("kern.osproductversion"));
    new CrossCheck(answers, "system_info").same("macos_version", product, kernel);
    return product.value().or(kernel::value).or(overview::macosVersion);
  }

  /** By its exit status, {@code test} tells whether the file is there. */
  private Optional<Boolean> rosettaInstalled(Architecture architecture) {
    OptionalInt status = answers.exitStatus("rosetta");
    boolean told = status.orElse(2) <= 1 && architecture == Architecture.ARM64;
    return told ? Optional.of(status.getAsInt() == 0) : Optional.empty();
  }

  /** Before macOS 11 the kernel has no word of its own for it; the processor has a flag. */
  private Optional<Boolean> virtualMachine(Optional<String> model) {
    boolean byName =
        Stream.of(model, overview.known("boot_rom_version"))
            .flatMap(Optional::stream)
            .anyMatch(name -> VIRTUAL_NAMES.stream().anyMatch(name::startsWith));
    boolean virtual =
        byName
            || overview.known("machine_name").orElse("").contains("Virtual Machine")
            || hasFlag("VMM");
    return virtual ? Optional.of(true) : sysctl.flag("kern.hv_vmm_present").or(this::byFlags);
  }

  /** Every hypervisor sets the flag; where the flags are told without it, there is none. */
  private Optional<Boolean> byFlags() {
    return sysctl.text("machdep.cpu.features").map(flags -> false);
  }

  private boolean hasFlag(String flag) {
    return List.of(sysctl.text("machdep.cpu.features").orElse("").split(" ", -1)).contains(flag);
  }
}
