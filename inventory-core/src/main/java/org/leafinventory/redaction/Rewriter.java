package org.leafinventory.redaction;

/** What is done with the parts of a document; the document itself keeps its form. */
interface Rewriter {

  /**
   * A value.
   *
   * @param kind what it is by its key
   * @return what shall stand in its place
   */
  String value(Kind kind, String value);

  /** Anything else: keys, lines, and what is out of place. */
  default String text(String text) {
    return value(Kind.TEXT, text);
  }
}
