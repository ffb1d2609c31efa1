package org.leafinventory.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.leafinventory.testkit.mac.SimulatedTools;

/**
 * What a Mac says, at hand: a command that reads the probe script and answers at once with what a
 * simulated Mac answered before, so that what is measured is the way there and back. The mark of
 * the frames is that of the script that was read, and the name of the machine is made of it, so
 * that every run asks another machine.
 */
final class CannedMac {

  private static final String NONCE = "benchmark";

  private static final String PROGRAM =
      """
      /^mark=/ { split($0, quoted, "\\047"); mark = quoted[2]; nonce = substr(mark, 7, 40) }
      END {
        while ((getline line < answer) > 0) {
          if (index(line, old " ") == 1) {
            isName = line ~ / probe scutil-LocalHostName /
            line = mark substr(line, length(old) + 1)
          } else if (isName) {
            line = "mac-" nonce
            isName = 0
          }
          print line
        }
      }
      """;

  private CannedMac() {}

  /** Asks the simulated Mac once, and keeps its answer and the command in {@code folder}. */
  static String command(Path folder, String machine) throws IOException {
    String path = SimulatedTools.of(machine).installInto(folder.resolve("asked"));
    Path answer = folder.resolve("answer");
    Files.write(answer, SimulatedRecordings.output(path, NONCE));
    Path program = Files.writeString(folder.resolve("answer.awk"), PROGRAM);
    return "exec awk -v answer=" + answer + " -v 'old=@leaf " + NONCE + "' -f " + program;
  }
}
