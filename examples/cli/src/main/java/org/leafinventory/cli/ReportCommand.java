package org.leafinventory.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leafinventory.cli.report.FleetPage;
import org.leafinventory.cli.report.FleetReport;
import org.leafinventory.cli.report.FleetReport.Unread;
import org.leafinventory.cli.report.HostDrift;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.index.FleetIndex;
import org.leafinventory.index.SkippedHost;
import org.leafinventory.model.ByteSize;
import org.leafinventory.model.HardwareInventory;
import org.leafinventory.model.HostName;
import org.leafinventory.standard.StandardTuningPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leaf report --html FILE}. */
@Command(
    name = "report",
    header = "Write a page about the fleet: totals, hosts, tiers, issues and drift.",
    description = {
      "The page is one file that needs no network. It is replaced as a whole; a file that is no"
          + " such report is not overwritten.",
      "A host that cannot be read is named in the page and in a warning, and the exit status is 1."
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  /** Where a report says that it is one. */
  private static final int HEAD = 512;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      required = true,
      description = "The page to write.")
  private Path html = Path.of("");

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      defaultValue = "Fleet report",
      description = "What stands above it (default: ${DEFAULT-VALUE}).")
  private String title = "";

  @Mixin private RootOption root;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    requireReplaceable();
    Warnings warnings = new Warnings(spec.commandLine().getErr());
    List<HardwareInventory> hosts = new ArrayList<>();
    List<SkippedHost> skipped = FleetIndex.at(root.path()).briefs(hosts::add);
    root.requireHosts(hosts, skipped);
    warnings.addAll(skipped);
    List<Unread> unread = new ArrayList<>();
    skipped.forEach(host -> unread.add(new Unread(host.folder(), host.reason())));
    Map<HostName, HostDrift> drifts =
        LastChanges.of(
            root.store(),
            hosts,
            (host, reason) -> {
              warnings.add(host + ": its drift is left out: " + reason);
              unread.add(new Unread(host.value(), "its drift is left out: " + reason));
            });
    byte[] page =
        page(
            new FleetReport(
                title,
                Clock.systemUTC().instant(),
                StandardTuningPolicy.standard(),
                hosts,
                drifts,
                unread));
    write(page);
    spec.commandLine()
        .getOut()
        .println(
            "Wrote "
                + html
                + ": "
                + hosts.size()
                + (hosts.size() == 1 ? " host, " : " hosts, ")
                + ByteSize.ofBytes(page.length));
    return warnings.end();
  }

  private static byte[] page(FleetReport report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintWriter out = new PrintWriter(bytes, false, StandardCharsets.UTF_8)) {
      FleetPage.write(report, out::print);
    }
    return bytes.toByteArray();
  }

  private void write(byte[] page) {
    try {
      WholeFiles.replace(html, page);
    } catch (IOException e) {
      throw new CliException("cannot write " + html + ": " + WholeFiles.explain(e));
    }
  }

  private void requireReplaceable() {
    if (Files.isDirectory(html)) {
      throw new CliException(html + " is a directory; name a file in it");
    }
    String head = head();
    if (head != null && !head.contains(FleetPage.MARK)) {
      throw new CliException(
          html + " is there and is no report; move it away or choose another name");
    }
  }

  private @Nullable String head() {
    if (!Files.exists(html)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(html)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CliException("cannot read " + html + ": " + WholeFiles.explain(e));
    }
  }
}
