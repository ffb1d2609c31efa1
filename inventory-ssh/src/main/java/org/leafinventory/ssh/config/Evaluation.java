package org.leafinventory.ssh.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files once for one host, taking the first value of each keyword. */
final class Evaluation {

  private static final Logger LOG = LoggerFactory.getLogger(Evaluation.class);
  private static final int MAX_DEPTH = 16;
  private static final int MAX_SIZE = 1024 * 1024;

  /** Of these every value counts, not only the first. */
  private static final Set<String> CUMULATIVE =
      Set.of(HostConfig.IDENTITY_FILE, HostConfig.CERTIFICATE_FILE);

  private final HostQuery query;
  private final Path home;
  private final Map<String, List<HostConfig.Value>> values = new HashMap<>();
  private String host;
  private boolean finalPass;
  private boolean wantsFinalPass;

  Evaluation(HostQuery query, Path home) {
    this.query = query;
    this.host = query.host();
    this.home = home;
  }

  /** Where there is a {@code Match final}, all is read again, now for the name found before. */
  HostConfig of(List<ConfigFile> files) throws SshConfigException {
    readAll(files);
    if (wantsFinalPass) {
      finalPass = true;
      host = hostName();
      readAll(files);
    }
    return new HostConfig(query, values);
  }

  private void readAll(List<ConfigFile> files) throws SshConfigException {
    for (ConfigFile file : files) {
      Optional<String> text = text(file);
      if (text.isPresent()) {
        read(text.get(), file.path(), file, true, 0);
      }
    }
  }

  private static Optional<String> text(ConfigFile file) throws SshConfigException {
    Optional<String> text = text(file.path());
    if (text.isEmpty() && file.named()) {
      throw new SshConfigException(
          file.path().toString(), "there is no such file", "check the path of the configuration");
    }
    if (text.isPresent() && !file.named()) {
      FileRights.requireTrusted(file.path());
    }
    return text;
  }

  private static Optional<String> text(Path path) throws SshConfigException {
    try {
      if (Files.size(path) > MAX_SIZE) {
        throw new SshConfigException(
            path.toString(), "is too large for an SSH configuration", "check the path");
      }
      return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (SshConfigException e) {
      throw e;
    } catch (IOException e) {
      throw new SshConfigException(
          path.toString(),
          "cannot be read (" + e.getClass().getSimpleName() + ")",
          "make it readable for this user",
          e);
    }
  }

  private void read(String text, Path path, ConfigFile top, boolean active, int depth)
      throws SshConfigException {
    boolean current = active;
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      Optional<ConfigLine> parsed = ConfigLine.parse(raw, path + ":" + number);
      if (parsed.isEmpty()) {
        continue;
      }
      ConfigLine line = parsed.get();
      switch (line.keyword()) {
        case "host" -> current = active && Patterns.fitsAny(host, line.words());
        case "match" -> current = active && matches(line);
        case "include" -> include(line, top, current, depth);
        default -> {
          if (current) {
            take(line);
          }
        }
      }
    }
  }

  private void take(ConfigLine line) throws SshConfigException {
    if (!HostConfig.KEYWORDS.contains(line.keyword())) {
      LOG.trace("{}: {} is not looked at", line.place(), line.keyword());
      return;
    }
    if (isSilenced(line.keyword())) {
      return;
    }
    List<String> words =
        line.keyword().equals(HostConfig.PROXY_COMMAND) ? List.of(line.rest()) : line.words();
    if (words.isEmpty() || words.get(0).isEmpty()) {
      throw new SshConfigException(
          line.place(), line.keyword() + " has no value", "give it one or remove the line");
    }
    if (line.keyword().equals("connecttimeout") && words.get(0).equalsIgnoreCase("none")) {
      return; // To OpenSSH that is as if nothing was said, and a later line counts.
    }
    List<HostConfig.Value> before = values.computeIfAbsent(line.keyword(), k -> new ArrayList<>());
    HostConfig.Value value = new HostConfig.Value(words, line.place());
    if (before.isEmpty() || (CUMULATIVE.contains(line.keyword()) && isNew(value, before))) {
      before.add(value);
    }
  }

  /** Of ProxyJump and ProxyCommand the first silences the other, unless it is ProxyJump none. */
  private boolean isSilenced(String keyword) {
    return switch (keyword) {
      case HostConfig.PROXY_JUMP -> values.containsKey(HostConfig.PROXY_COMMAND);
      case HostConfig.PROXY_COMMAND -> new HostConfig(query, values).proxyJump().isPresent();
      default -> false;
    };
  }

  private static boolean isNew(HostConfig.Value value, List<HostConfig.Value> known) {
    return known.stream().noneMatch(it -> it.words().equals(value.words()));
  }

  private void include(ConfigLine line, ConfigFile top, boolean active, int depth)
      throws SshConfigException {
    if (!active) {
      return;
    }
    if (depth == MAX_DEPTH) {
      throw new SshConfigException(
          line.place(),
          "more than " + MAX_DEPTH + " files include one another",
          "break the circle");
    }
    for (String word : line.words()) {
      for (Path file : IncludedFiles.of(word, top.includeBase(), home)) {
        Optional<String> text = text(file);
        if (text.isPresent()) {
          if (!top.named()) {
            FileRights.requireTrusted(file);
          }
          read(text.get(), file, top, true, depth + 1);
        }
      }
    }
  }

  /** Each criterion is looked at, as OpenSSH does, so that a mistake in one is always told. */
  private boolean matches(ConfigLine line) throws SshConfigException {
    boolean result = true;
    Iterator<String> words = line.criteria().iterator();
    if (!words.hasNext()) {
      throw new SshConfigException(line.place(), "Match has no criterion", "write `Match all`");
    }
    while (words.hasNext()) {
      String word = words.next();
      boolean negated = word.startsWith("!");
      String criterion = word.substring(negated ? 1 : 0).toLowerCase(Locale.ROOT);
      switch (criterion) {
        case "all" -> result &= !negated;
        case "final", "canonical" -> {
          wantsFinalPass |= criterion.equals("final");
          result &= finalPass != negated;
        }
        default -> {
          if (!words.hasNext()) {
            throw new SshConfigException(
                line.place(), "Match " + criterion + " has no argument", "give it one");
          }
          result &= matches(criterion, words.next(), negated, line);
        }
      }
    }
    return result;
  }

  /** What cannot be told without running a command, or is not known here, does not match. */
  private boolean matches(String criterion, String argument, boolean negated, ConfigLine line)
      throws SshConfigException {
    return switch (criterion) {
      case "host" -> Patterns.fitsHostList(hostName(), argument) != negated;
      case "originalhost" -> Patterns.fitsHostList(query.host(), argument) != negated;
      case "user" -> Patterns.fitsList(user(), argument) != negated;
      case "localuser" -> Patterns.fitsList(query.localUser(), argument) != negated;
      default -> {
        LOG.debug("{}: Match {} is taken as not matching", line.place(), criterion);
        yield false;
      }
    };
  }

  private String hostName() throws SshConfigException {
    return new HostConfig(query, values).hostName();
  }

  private String user() throws SshConfigException {
    return new HostConfig(query, values).user().orElse(query.localUser());
  }
}
