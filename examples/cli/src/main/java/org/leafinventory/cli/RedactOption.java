package org.leafinventory.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leafinventory.redaction.Redaction;
import org.leafinventory.redaction.key.RedactionKeys;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether what identifies is replaced, and with which key. */
final class RedactOption {

  @Option(
      names = "--redact",
      description =
          "Put pseudonyms in the place of serial numbers, UUIDs, MAC and IP addresses and names."
              + " The same key gives the same pseudonyms, so hosts can still be told apart and"
              + " compared.")
  private boolean redact;

  @Option(
      names = "--redact-key",
      paramLabel = "FILE",
      description =
          "The key to redact with; it is made if it is not there (default:"
              + " $XDG_CONFIG_HOME/leaf-inventory/redaction.key, else"
              + " ~/.config/leaf-inventory/redaction.key). Who has it can check guesses: keep it.")
  private @Nullable Path keyFile;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** How to redact; empty if nothing is to be. */
  Optional<Redaction> redaction() {
    if (!redact) {
      if (keyFile != null) {
        throw new ParameterException(
            spec.commandLine(), "--redact-key is of use with --redact alone; give both or none");
      }
      return Optional.empty();
    }
    Path file = keyFile == null ? defaultFile() : keyFile;
    return Optional.of(Redaction.withKey(RedactionKeys.inFile(file)));
  }

  private static Path defaultFile() {
    String configured = System.getenv("XDG_CONFIG_HOME");
    Path folder =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(configured);
    return folder.resolve("leaf-inventory").resolve("redaction.key");
  }
}
