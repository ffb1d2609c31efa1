package org.leafinventory.redaction;

/**
 * A text that is looked for.
 *
 * @param kind what it is
 * @param form how it is written
 * @param text as it would be found, the case of letters aside
 * @param original what it is written for
 */
record Secret(Kind kind, Form form, String text, String original) {

  /** How a secret may be written. */
  enum Form {
    /** As it is, or nearly so. */
    PLAIN,
    /** As in a URL. */
    PERCENT,
    /** Its UTF-8 bytes as hexadecimal digits. */
    HEX
  }
}
