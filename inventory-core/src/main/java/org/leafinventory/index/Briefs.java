package org.leafinventory.index;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leafinventory.model.Architecture;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.Disk;
import org.leafinventory.model.Hardware;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.model.Issue;
import org.leafinventory.model.IssueKind;
import org.leafinventory.model.SystemInfo;

/**
 * Briefs as bytes: the facts by which hosts are listed and selected, without the host's name and
 * the time, so that machines of a kind have the same.
 */
final class Briefs {

  private static final HostName NO_HOST = HostName.of("host");

  private Briefs() {}

  static byte[] write(HardwareInventory inventory) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writeSystem(out, inventory.systemInfo());
      Hardware hardware = inventory.hardware();
      text(out, hardware.cpuType());
      out.writeInt(hardware.cpuCores());
      out.writeInt(hardware.cpuThreads().orElse(0));
      out.writeLong(hardware.memoryBytes().bytes());
      List<Disk> disks = inventory.disks().stream().filter(Disk::countsAsStorage).toList();
      out.writeInt(disks.size());
      for (Disk disk : disks) {
        text(out, disk.device());
        out.writeLong(disk.size().bytes());
      }
      out.writeInt(inventory.issues().size());
      for (Issue issue : inventory.issues()) {
        text(out, issue.section());
        text(out, issue.kind().name());
        text(out, issue.message());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /** The brief of a host without a name. */
  static HardwareInventory read(ByteBuffer in) {
    HardwareInventory.Builder brief =
        HardwareInventory.builder().extractedAt(Instant.EPOCH).systemInfo(readSystem(in));
    Hardware.Builder hardware = Hardware.builder().cpuType(optionalText(in)).cpuCores(in.getInt());
    int threads = in.getInt();
    if (threads > 0) {
      hardware.cpuThreads(threads);
    }
    brief.hardware(hardware.memoryBytes(ByteSize.ofBytes(in.getLong())).build());
    for (int n = in.getInt(); n > 0; n--) {
      Disk.Builder disk = Disk.builder().device(text(in));
      brief.addDisks(disk.size(ByteSize.ofBytes(in.getLong())).internal(true).build());
    }
    for (int n = in.getInt(); n > 0; n--) {
      String section = text(in);
      IssueKind kind = IssueKind.valueOf(text(in));
      brief.addIssues(Issue.of(section, kind, text(in)));
    }
    return brief.build();
  }

  /** {@code brief} of the host {@code name}. */
  static HardwareInventory of(HardwareInventory brief, HostName name, long extractedAt) {
    return brief
        .withSystemInfo(brief.systemInfo().withHostname(name))
        .withExtractedAt(Instant.ofEpochSecond(extractedAt));
  }

  private static void writeSystem(DataOutputStream out, SystemInfo system) throws IOException {
    text(out, system.modelName());
    text(out, system.model());
    text(out, system.architecture().name());
    text(out, system.macosVersion());
    text(out, system.macosBuild());
    out.writeByte(system.virtualMachine().map(virtual -> virtual ? 1 : 0).orElse(-1));
  }

  private static SystemInfo readSystem(ByteBuffer in) {
    SystemInfo.Builder system =
        SystemInfo.builder()
            .hostname(NO_HOST)
            .modelName(optionalText(in))
            .model(optionalText(in))
            .architecture(Architecture.valueOf(text(in)))
            .macosVersion(optionalText(in))
            .macosBuild(optionalText(in));
    byte virtual = in.get();
    return (virtual < 0 ? system : system.virtualMachine(virtual == 1)).build();
  }

  private static void text(DataOutputStream out, Optional<String> text) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      text(out, text.get());
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Optional<String> optionalText(ByteBuffer in) {
    return in.get() == 0 ? Optional.empty() : Optional.of(text(in));
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_16BE);
  }
}
