package org.leafinventory.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What git knows of the files below a root: a flake sees nothing that git does not track. */
final class GitFiles {

  private static final List<String> OURS =
      List.of("inventory", "hosts", "modules", "flake.nix", "leaf-config.nix");

  private final Path root;

  GitFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Tells git of our new files, or reminds the user to. */
  void add(boolean wanted, PrintWriter out) {
    Optional<List<String>> untracked = untracked();
    if (untracked.isEmpty()) {
      out.println();
      out.println("Flakes see only files that git tracks, and this is no git repository; run:");
      out.println("  git -C " + root + " init && git -C " + root + " add .");
    } else if (!untracked.get().isEmpty()) {
      out.println();
      if (wanted) {
        intendToAdd(untracked.get(), out);
      } else {
        out.println(
            "Flakes see only files that git tracks; " + untracked.get().size() + " new; run:");
        out.println("  git -C " + root + " add --intent-to-add " + String.join(" ", present()));
      }
    }
  }

  private void intendToAdd(List<String> files, PrintWriter out) {
    List<String> command = new ArrayList<>(List.of("add", "--intent-to-add", "--"));
    command.addAll(files);
    if (git(command).isEmpty()) {
      throw new CliException(
          "git could not add the new files; run: git -C " + root + " add --intent-to-add .");
    }
    out.println("Told git of " + files.size() + " new files.");
  }

  /** Our files that git does not track and does not ignore; empty where there is no repository. */
  private Optional<List<String>> untracked() {
    List<String> command =
        new ArrayList<>(List.of("ls-files", "-z", "--others", "--exclude-standard", "--"));
    command.addAll(OURS);
    return git(command)
        .map(said -> List.of(said.split("\0", -1)).stream().filter(it -> !it.isEmpty()).toList());
  }

  private List<String> present() {
    return OURS.stream().filter(name -> root.resolve(name).toFile().exists()).toList();
  }

  /** What git says; empty if it failed or there is none. */
  private Optional<String> git(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
