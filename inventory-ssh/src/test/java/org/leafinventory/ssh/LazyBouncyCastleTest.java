package org.leafinventory.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leafinventory.collect.Target;

/** In processes of their own, since it is a setting of the process. */
class LazyBouncyCastleTest {

  private static final String LOADED = "org.bouncycastle.jce.provider.BouncyCastleProvider source:";

  @TempDir private Path folder;

  @Test
  void usual_keys_and_ciphers_need_none_of_it() throws Exception {
    try (OpenSshServer server = OpenSshServer.start(folder)) {
      Path key = server.authorizedKey("id", "-t", "ed25519", "-N", "");

      assertThat(answerOfAnotherProcess(server, key)).contains("asked").doesNotContain(LOADED);
    }
  }

  @Test
  void what_the_jdk_lacks_is_had_from_it() throws Exception {
    String chacha = "Ciphers chacha20-poly1305@openssh.com";
    try (OpenSshServer server =
        OpenSshServer.start(folder, List.of("ecdsa"), chacha, "KexAlgorithms ecdh-sha2-nistp384")) {
      Path key = server.authorizedKey("id", "-t", "ecdsa", "-m", "PEM", "-N", "secret");

      assertThat(answerOfAnotherProcess(server, key)).contains("asked").contains(LOADED);
    }
  }

  private static String answerOfAnotherProcess(OpenSshServer server, Path key) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Asking.class.getName(),
                Integer.toString(server.port()),
                key.toString(),
                server.knownHosts().toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(lastLines(output)).isZero();
    return output;
  }

  private static String lastLines(String output) {
    return output.substring(Math.max(0, output.length() - 2_000));
  }

  /** What such a process does. */
  static final class Asking {

    private Asking() {}

    public static void main(String[] arguments) {
      LazyBouncyCastle.install();
      LazyBouncyCastle.install();
      SshTransport transport =
          SshTransport.builder()
              .user(OpenSshServer.USER)
              .identity(Path.of(arguments[1]))
              .passphrase("secret".toCharArray())
              .knownHosts(Path.of(arguments[2]))
              .noSshConfig()
              .noAgent()
              .build();
      Target target = Target.ssh("127.0.0.1").withPort(Integer.parseInt(arguments[0]));
      System.out.println(transport.run(target, "echo asked\n").stdout().text());
    }
  }
}
