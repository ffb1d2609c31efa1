package org.leafinventory.probe.macos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Printable;
import org.leafinventory.model.SystemInfo;

/** Which machine this is and what it runs. */
final class IdentityReader {

  private static final List<String> VIRTUAL_MODELS =
      List.of("VirtualMac", "VMware", "Parallels", "VirtualBox");

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
    Map<String, String> version = version();
    Optional<String> model = sysctl.text("hw.model").or(overview::model);
    return SystemInfo.builder()
        .hostname(hostName())
        .computerName(answers.value("scutil-ComputerName"))
        .model(model)
        .serialNumber(overview.serialNumber())
        .architecture(architecture())
        .kernel(kernel())
        .macosVersion(Optional.ofNullable(version.get("ProductVersion")))
        .macosBuild(Optional.ofNullable(version.get("BuildVersion")))
        .modelName(overview.known("machine_name"))
        .modelNumber(overview.known("model_number"))
        .hardwareUuid(overview.hardwareUuid())
        .virtualMachine(virtualMachine(model))
        .bootTime(sysctl.bootTime())
        .firmwareVersion(overview.known("boot_rom_version"))
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

  /** {@code uname -m} lies under Rosetta, so the kernel's own word comes first. */
  private Architecture architecture() {
    if (sysctl.flag("hw.optional.arm64").orElse(false)
        || sysctl.flag("sysctl.proc_translated").orElse(false)
        || overview.known("chip_type").orElse("").startsWith("Apple")) {
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
        .or(() -> answers.text("uname-r", "system_info").flatMap(Tree::clean));
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

  private Optional<Boolean> virtualMachine(Optional<String> model) {
    boolean byModel =
        model.filter(name -> VIRTUAL_MODELS.stream().anyMatch(name::startsWith)).isPresent();
    return byModel ? Optional.of(true) : sysctl.flag("kern.hv_vmm_present");
  }
}
