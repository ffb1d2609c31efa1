package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The architecture of a processor. */
public enum Architecture {
  /** Apple silicon. */
  @JsonProperty("arm64")
  ARM64,

  /** Intel. */
  @JsonProperty("x86_64")
  X86_64;
}
