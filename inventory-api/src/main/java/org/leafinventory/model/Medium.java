package org.leafinventory.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a disk stores on. */
public enum Medium {
  /** Flash memory. */
  @JsonProperty("ssd")
  SSD,

  /** Rotating platters. */
  @JsonProperty("hdd")
  HDD;
}
