package org.leafinventory.testkit.mac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The made-up machines on the class path, as folders of answers. */
final class Machines {

  private static final String ROOT = "/org/leafinventory/testkit/macs/";
  private static final String ANY_MACHINE = "mac-mini-m4";

  private Machines() {}

  static List<String> names() {
    return withRoot(
        root -> {
          try (Stream<Path> machines = Files.list(root)) {
            return machines.map(Machines::fileName).sorted().toList();
          }
        });
  }

  /** Copies a machine's answers into {@code folder}, which is made if it is not there. */
  static void copy(String machine, Path folder) {
    withRoot(
        root -> {
          Path source = root.resolve(machine);
          try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
              // Through a string: the two paths may be of different file systems.
              Path target = folder.resolve(source.relativize(file).toString());
              if (Files.isDirectory(file)) {
                Files.createDirectories(target);
              } else {
                Files.copy(file, target);
              }
            }
          }
          return folder;
        });
  }

  private static String fileName(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  private interface Use<T> {
    T of(Path root) throws IOException;
  }

  private static <T> T withRoot(Use<T> use) {
    // A file is asked for, not the folder: jars need not list their folders.
    String sample = ROOT + ANY_MACHINE + "/uname/-m.out";
    URL url = Objects.requireNonNull(Machines.class.getResource(sample), sample);
    try {
      if (!url.getProtocol().equals("jar")) {
        return use.of(Path.of(url.toURI()).resolve("../../..").normalize());
      }
      String text = url.toString();
      Path jar = Path.of(new URI(text.substring("jar:".length(), text.indexOf("!/"))));
      try (FileSystem files = FileSystems.newFileSystem(jar)) {
        return use.of(files.getPath(ROOT));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the simulated machines", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a usable address: " + url, e);
    }
  }
}
