package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;

/**
 * Something that could not be read, or that two sources disagree about.
 *
 * <p>The rest of the inventory stands: an issue costs only what it names.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableIssue.class)
@JsonDeserialize(as = ImmutableIssue.class)
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Issue extends WithIssue {
  /** The part of the inventory, by its JSON key: {@code disks}, {@code displays}, … */
  String section();

  /** What sort of trouble it was. */
  IssueKind kind();

  /** One line for people: what was wrong, where it came from. */
  String message();

  /** An issue with these three parts. */
  static Issue of(String section, IssueKind kind, String message) {
    return builder().section(section).kind(kind).message(message).build();
  }

  /** A builder with nothing set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Issue}; not thread-safe, reusable after {@code build()}. */
  class Builder extends ImmutableIssue.Builder {
    Builder() {}
  }
}
