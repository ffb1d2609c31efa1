package org.leafinventory.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.leafinventory.collect.Target;
import org.leafinventory.probe.Recording;
import org.leafinventory.recording.RecordingFile;
import org.leafinventory.redaction.Redaction;
import org.leafinventory.ssh.LazyBouncyCastle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leaf record TARGET --out FILE}. */
@Command(
    name = "record",
    header = "Save everything a Mac says in one file, to interpret it later or elsewhere.",
    description =
        "The file holds the answers as they came: serial numbers, names and addresses among them,"
            + " unless they are redacted. 'import' makes an inventory of it.",
    mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "TARGET",
      description = "10.1.1.10, admin@host, ssh://admin@host:2222, or local: for this machine.",
      converter = TargetConverter.class)
  private Target target;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "USER",
      description = "The user to log in as (default: that of the target, else yours).")
  private @Nullable String user;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; it must not be there yet.")
  private Path out;

  @Mixin private RedactOption redact;
  @Mixin private LoginOptions login;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (Files.exists(out)) {
      throw new CliException(out + " is there already; choose another file or remove it");
    }
    // First, so that a key that cannot be had costs no connection.
    Optional<Redaction> redaction = redact.redaction();
    LazyBouncyCastle.install();
    Recording recorded = login.record(complete());
    Recording recording = redaction.map(it -> it.redact(recorded)).orElse(recorded);
    RecordingFile.write(out, recording);
    PrintWriter print = spec.commandLine().getOut();
    print.println(
        "Wrote "
            + out
            + ", "
            + recording.probes().size()
            + (redaction.isPresent() ? " redacted" : "")
            + " answers. To look into it:");
    print.println("  " + Leaf.COMMAND + " import " + out + " --root fleet");
    return 0;
  }

  private Target complete() {
    try {
      return login.complete(target, user);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
