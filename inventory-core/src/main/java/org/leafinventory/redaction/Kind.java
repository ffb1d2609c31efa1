package org.leafinventory.redaction;

/** What a value is, which decides what may stand in its place. */
enum Kind {
  /** A serial number or another number of one device alone. */
  SERIAL,
  /** A UUID or another identifier that was drawn. */
  UUID,
  /** A hardware address, with or without separators. */
  MAC,
  /** The name of a computer: a host name or free text. */
  HOST,
  /** The name of a person, an account, or a wireless network. */
  NAME,
  /** The name of a volume; those that all Macs have stay. */
  VOLUME,
  /** The place where a volume is mounted. */
  MOUNT_POINT,
  /** A version: four numbers are no address there. */
  VERSION,
  /** Anything else: looked through for addresses, identifiers and secrets told elsewhere. */
  TEXT
}
