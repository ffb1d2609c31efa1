package org.leafinventory.probe.macos;

import java.util.List;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.MemoryModule;
import org.leafinventory.model.SystemInfo;
import org.leafinventory.probe.Recording;

/**
 * What a Mac's answers mean: a pure function from {@link Recording} to {@link HardwareInventory}.
 *
 * <p>What cannot be read becomes an issue of the section it belongs to, and the rest is kept. The
 * same recording always gives the same inventory, on any machine and at any time.
 */
public final class MacInterpreter {

  private MacInterpreter() {}

  /**
   * Interprets {@code recording}.
   *
   * @throws InterpretationException if it lacks a usable host name, architecture, core count or
   *     memory
   */
  public static HardwareInventory interpret(Recording recording) {
    Answers answers = new Answers(recording);
    Sysctl sysctl = new Sysctl(answers.text("sysctl", "hardware").orElse(""));
    Overview overview = Overview.read(answers);
    SystemInfo system = new IdentityReader(answers, sysctl, overview).read();
    GraphicsReader graphics = new GraphicsReader(answers);
    List<MemoryModule> modules = MemoryModuleReader.read(answers);
    Hardware hardware =
        new ProcessorReader(answers, sysctl, overview, modules).read(graphics.gpus());
    Diskutil diskutil = new Diskutil(answers);
    StorageReader storage = new StorageReader(answers, diskutil);
    HardwareInventory.Builder inventory =
        HardwareInventory.builder()
            .extractedAt(recording.recordedAt())
            .systemInfo(system)
            .hardware(hardware)
            .disks(new DiskReader(answers, diskutil, storage).read())
            .volumes(storage.volumes())
            .memoryModules(modules)
            .networkInterfaces(new NetworkReader(answers).read())
            .displays(graphics.displays())
            .power(PowerReader.read(answers))
            .security(new SecurityReader(answers, overview, storage).read())
            .thunderbolt(ThunderboltReader.read(answers))
            .usb(UsbReader.read(answers));
    OldSystems.judge(answers, system.macosVersion());
    return inventory
        .systemProfiler(RawSections.of(answers.profiles()))
        .issues(answers.issues())
        .build();
  }
}
