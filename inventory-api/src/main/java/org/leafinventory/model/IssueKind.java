package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of trouble an {@link Issue} tells of. */
public enum IssueKind {
  /** The command is not on the machine. */
  @JsonProperty("missing_tool")
  MISSING_TOOL,

  /** The command ended with an error. */
  @JsonProperty("failed")
  FAILED,

  /** The command did not end within its limit. */
  @JsonProperty("timed_out")
  TIMED_OUT,

  /** The command answered more than the cap allows, or the answer broke off. */
  @JsonProperty("truncated")
  TRUNCATED,

  /** The answer is not in the format expected. */
  @JsonProperty("malformed")
  MALFORMED,

  /** The answer lacks a fact that such a machine has. */
  @JsonProperty("missing")
  MISSING,

  /** Two sources disagree. */
  @JsonProperty("conflict")
  CONFLICT;
}
