package org.leafinventory.nix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.leafinventory.export.ExportException;
import org.leafinventory.export.ExportedFile;
import org.leafinventory.files.WholeFiles;
import org.leafinventory.nix.ast.NixExpr;
import org.leafinventory.nix.flake.DeploymentModule;
import org.leafinventory.nix.flake.FlakeNix;
import org.leafinventory.nix.flake.HardwareModule;
import org.leafinventory.nix.flake.LeafConfigTemplate;
import org.leafinventory.nix.flake.MonitoringModule;
import org.leafinventory.nix.flake.NatsModule;

/**
 * Writes what a leaf has once, whatever its hosts: {@code flake.nix}, {@code modules/}, an empty
 * {@code leaf-config.nix} and a {@code .gitignore}.
 *
 * <p>The flake finds the hosts itself, so that none of this changes with a new one. Files that a
 * person edited are left alone and reported as {@link ExportedFile.Outcome#KEPT_EDITED}; {@code
 * leaf-config.nix} is the user's from the start and only written where there is none. Immutable and
 * thread-safe.
 */
public final class LeafProject {

  private final Path root;

  private LeafProject(Path root) {
    this.root = root;
  }

  /** Writes below {@code root}, which is made when needed. */
  public static LeafProject at(Path root) {
    return new LeafProject(root);
  }

  /**
   * Writes whatever of it is missing or of an older version.
   *
   * @throws ExportException if a file could not be written
   */
  public List<ExportedFile> write() {
    List<ExportedFile> files = new ArrayList<>();
    files.add(generate("flake.nix", FlakeNix.flake()));
    files.addAll(writeModules());
    files.add(leafConfig());
    files.add(GitIgnore.write(root.resolve(".gitignore")));
    return List.copyOf(files);
  }

  /**
   * Writes {@code modules/} only, which each {@code configuration.nix} imports, also below a flake
   * that is not ours.
   *
   * @throws ExportException if a file could not be written
   */
  public List<ExportedFile> writeModules() {
    return List.of(
        generate("modules/leaf-hardware.nix", HardwareModule.module()),
        generate("modules/leaf-nats.nix", NatsModule.module()),
        generate("modules/leaf-monitoring.nix", MonitoringModule.module()),
        generate("modules/leaf-deployment.nix", DeploymentModule.module()));
  }

  private ExportedFile generate(String name, NixExpr body) {
    return GeneratedFile.write(root.resolve(name), GeneratedFile.text(body));
  }

  private ExportedFile leafConfig() {
    Path file = root.resolve("leaf-config.nix");
    try {
      WholeFiles.create(file, LeafConfigTemplate.text().getBytes(StandardCharsets.UTF_8));
      return new ExportedFile(file, ExportedFile.Outcome.WRITTEN);
    } catch (FileAlreadyExistsException e) {
      return new ExportedFile(file, ExportedFile.Outcome.UNCHANGED);
    } catch (IOException e) {
      throw GeneratedFile.failure(file, e);
    }
  }
}
