package org.leafinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SubcommandsTest {

  @Test
  void each_is_listed_by_the_name_that_it_has() {
    Subcommands.addTo(new CommandLine(new Leaf()))
        .getSubcommands()
        .forEach((name, command) -> assertThat(nameOf(command)).isEqualTo(name));
  }

  private static String nameOf(CommandLine command) {
    Class<?> type = command.getCommandSpec().userObject().getClass();
    return type.getAnnotation(CommandLine.Command.class).name();
  }

  @Test
  void only_the_one_that_is_wanted_is_read() {
    CommandLine leaf = Subcommands.addTo(new CommandLine(new Leaf()), "--verbose", "hosts", "find");

    assertThat(leaf.getSubcommands()).containsOnlyKeys("hosts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "--version", "help", "help hosts", "host", "@words hosts"})
  void all_are_there_where_none_is_named(String words) {
    CommandLine leaf = Subcommands.addTo(new CommandLine(new Leaf()), words.split(" "));

    assertThat(leaf.getSubcommands()).hasSizeGreaterThan(20);
  }
}
