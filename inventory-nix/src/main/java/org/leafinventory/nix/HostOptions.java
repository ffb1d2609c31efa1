package org.leafinventory.nix;

import java.util.Optional;

/**
 * What a {@code configuration.nix} says that does not follow from the hardware.
 *
 * <p>Immutable, compared by value.
 *
 * @param stateVersion {@code system.stateVersion} of nix-darwin, 1 to 7
 * @param primaryUser the user that settings of the desktop are for; empty leaves {@code
 *     system.primaryUser} unset
 */
public record HostOptions(int stateVersion, Optional<String> primaryUser) {

  private static final int DEFAULT_STATE_VERSION = 6;
  private static final int NEWEST_STATE_VERSION = 7;

  private static final HostOptions DEFAULTS = builder().build();

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if {@code stateVersion} is not 1 to 7, or the user is blank
   */
  public HostOptions {
    if (stateVersion < 1 || stateVersion > NEWEST_STATE_VERSION) {
      throw new IllegalArgumentException(
          "state version must be 1 to " + NEWEST_STATE_VERSION + ": " + stateVersion);
    }
    if (primaryUser.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("the name of the primary user is blank");
    }
  }

  /** State version 6 and no primary user. */
  public static HostOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link HostOptions}; not thread-safe. */
  public static final class Builder {

    private int stateVersion = DEFAULT_STATE_VERSION;
    private Optional<String> primaryUser = Optional.empty();

    private Builder() {}

    /**
     * The release of nix-darwin whose defaults for stateful data the host keeps: what nix-darwin
     * said when it was installed. Default: 6.
     */
    public Builder stateVersion(int version) {
      stateVersion = version;
      return this;
    }

    /** The user that settings of the desktop are for. Default: none, and no such settings. */
    public Builder primaryUser(String user) {
      primaryUser = Optional.of(user);
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public HostOptions build() {
      return new HostOptions(stateVersion, primaryUser);
    }
  }
}
